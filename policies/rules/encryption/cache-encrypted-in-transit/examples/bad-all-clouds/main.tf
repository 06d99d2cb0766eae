resource "aws_elasticache_replication_group" "absent" {
  replication_group_id = "absent"
  description          = "Sessions"
}

resource "azurerm_redis_cache" "two_ports" {
  name                 = "sessions"
  non_ssl_port_enabled = true
}

resource "google_redis_instance" "absent" {
  name           = "sessions"
  memory_size_gb = 1
}

resource "aws_memorydb_cluster" "off" {
  name        = "sessions"
  acl_name    = "app"
  node_type   = "db.t4g.small"
  tls_enabled = false
}
