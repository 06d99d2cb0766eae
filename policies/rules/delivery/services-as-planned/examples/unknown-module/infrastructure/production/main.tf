variable "class" {}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "20.31.0"
}

resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = var.class
  allocated_storage = 100
  multi_az          = true
}

resource "aws_s3_bucket" "documents" {}
