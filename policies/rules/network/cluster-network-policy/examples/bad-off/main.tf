resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"

  network_profile {
    network_plugin = "azure"
  }
}

resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west3"

  network_policy {
    enabled = false
  }
}
