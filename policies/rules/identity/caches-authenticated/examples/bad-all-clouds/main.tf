resource "aws_elasticache_replication_group" "absent" {
  replication_group_id = "absent"
  description          = "Sessions"
}

resource "aws_memorydb_cluster" "open" {
  name      = "sessions"
  acl_name  = "open-access"
  node_type = "db.t4g.small"
}

resource "azurerm_redis_cache" "off" {
  name = "sessions"
  redis_configuration {
    authentication_enabled = false
  }
}

resource "google_redis_instance" "absent" {
  name           = "sessions"
  memory_size_gb = 1
}
