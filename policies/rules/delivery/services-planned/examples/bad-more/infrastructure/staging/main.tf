resource "aws_elasticache_cluster" "sessions" {}
