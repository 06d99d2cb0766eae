resource "aws_db_instance" "orders" {
  engine = "postgres"
}

resource "azurerm_postgresql_flexible_server" "orders" {
  version = "16"
}

resource "google_redis_instance" "sessions" {
  tier           = "BASIC"
  memory_size_gb = 1
}
