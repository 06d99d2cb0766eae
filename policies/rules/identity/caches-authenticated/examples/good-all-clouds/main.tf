resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
  auth_token                 = var.token
  snapshot_retention_limit   = 7
}

variable "token" {
  type      = string
  sensitive = true
  default   = "given-by-the-pipeline"
}

resource "aws_dax_cluster" "orders" {
  cluster_name                     = "orders"
  cluster_endpoint_encryption_type = "TLS"
  server_side_encryption {
    enabled = true
  }
}

resource "azurerm_redis_cache" "sessions" {
  name     = "sessions"
  sku_name = "Standard"
}

resource "google_redis_instance" "sessions" {
  name                    = "sessions"
  memory_size_gb          = 1
  transit_encryption_mode = "SERVER_AUTHENTICATION"
  auth_enabled            = true
}
