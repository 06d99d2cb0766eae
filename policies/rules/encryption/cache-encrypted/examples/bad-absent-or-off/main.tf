resource "aws_elasticache_replication_group" "absent" {
  replication_group_id = "absent"
  description          = "Sessions"
}

resource "aws_elasticache_replication_group" "off" {
  replication_group_id       = "off"
  description                = "Sessions"
  at_rest_encryption_enabled = false
}

resource "aws_dax_cluster" "absent" {
  cluster_name = "orders"
}
