resource "aws_db_instance" "orders" {
  engine = "postgres"
}

resource "aws_sqs_queue" "orders" {}

resource "aws_elasticache_cluster" "sessions" {}

resource "aws_elasticache_cluster" "pages" {}
