resource "azurerm_kubernetes_cluster" "shop" {
  name                              = "shop"
  location                          = "westeurope"
  resource_group_name               = "shop"
  role_based_access_control_enabled = false
}

resource "google_container_cluster" "shop" {
  name               = "shop"
  location           = "europe-west3"
  enable_legacy_abac = true
}
