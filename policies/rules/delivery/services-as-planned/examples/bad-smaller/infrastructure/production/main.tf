resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.t4g.small"
  allocated_storage = 20
}

resource "aws_eks_cluster" "main" {}

resource "aws_eks_node_group" "main" {
  cluster_name   = aws_eks_cluster.main.name
  instance_types = ["m6i.large"]

  scaling_config {
    min_size = 1
    max_size = 3
  }
}
