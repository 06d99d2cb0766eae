resource "aws_rds_global_cluster" "orders" {
  global_cluster_identifier = "orders"
  storage_encrypted         = true
}

resource "aws_rds_cluster" "orders" {
  engine                    = "aurora-postgresql"
  global_cluster_identifier = aws_rds_global_cluster.orders.id
  storage_encrypted         = true
}
