resource "azurerm_linux_web_app" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "shop"

  site_config {}
}

resource "azurerm_app_service" "old" {
  name                = "old"
  resource_group_name = "shop"
  location            = "westeurope"
  app_service_plan_id = "shop"

  site_config {
    ftps_state = "FtpsOnly"
  }
}
