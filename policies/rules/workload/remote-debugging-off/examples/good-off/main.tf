resource "azurerm_windows_function_app" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "shop"

  site_config {}
}
