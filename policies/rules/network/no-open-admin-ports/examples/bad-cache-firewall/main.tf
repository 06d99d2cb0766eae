resource "azurerm_redis_firewall_rule" "everyone" {
  name             = "everyone"
  redis_cache_name = "sessions"
  start_ip         = "0.0.0.0"
  end_ip           = "255.255.255.255"
}

resource "azurerm_redis_firewall_rule" "office" {
  name             = "office"
  redis_cache_name = "sessions"
  start_ip         = "203.0.113.10"
  end_ip           = "203.0.113.20"
}
