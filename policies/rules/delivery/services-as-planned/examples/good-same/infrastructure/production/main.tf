resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.m7g.large"
  allocated_storage = 100
  multi_az          = true
}

resource "aws_eks_cluster" "main" {}

resource "aws_eks_node_group" "main" {
  cluster_name   = aws_eks_cluster.main.name
  instance_types = ["m6i.large"]

  scaling_config {
    min_size = 3
    max_size = 6
  }
}

resource "aws_s3_bucket" "documents" {}
