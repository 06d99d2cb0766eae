variable "automatic" {
  type = bool
}

resource "aws_elasticache_replication_group" "sessions" {
  auto_minor_version_upgrade = var.automatic
}
