resource "azurerm_cosmosdb_account" "orders" {
  name                       = "orders"
  automatic_failover_enabled = true

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }

  geo_location {
    location          = "northeurope"
    failover_priority = 1
  }
}
