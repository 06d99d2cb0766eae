resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"

  network_profile {
    network_plugin = "azure"
    network_policy = "cilium"
  }
}

resource "google_container_cluster" "shop" {
  name              = "shop"
  location          = "europe-west3"
  datapath_provider = "ADVANCED_DATAPATH"
}

resource "google_container_cluster" "auto" {
  name             = "auto"
  location         = "europe-west3"
  enable_autopilot = true
}
