resource "aws_elasticache_replication_group" "absent" {
  replication_group_id = "absent"
  description          = "Sessions"
}

resource "aws_elasticache_cluster" "off" {
  cluster_id               = "off"
  engine                   = "redis"
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = 0
}
