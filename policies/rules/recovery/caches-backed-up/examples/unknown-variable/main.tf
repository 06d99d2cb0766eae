variable "days" {
  type = number
}

resource "aws_memorydb_cluster" "sessions" {
  name                     = "sessions"
  acl_name                 = "app"
  node_type                = "db.t4g.small"
  snapshot_retention_limit = var.days
}
