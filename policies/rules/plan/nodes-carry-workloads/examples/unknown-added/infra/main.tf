resource "aws_eks_cluster" "main" {
  name     = "shop"
  role_arn = "arn:aws:iam::111122223333:role/cluster"
  vpc_config { subnet_ids = ["subnet-1", "subnet-2"] }

  compute_config {
    enabled    = true
    node_pools = ["general-purpose"]
  }
}

resource "aws_eks_node_group" "main" {
  cluster_name    = "shop"
  node_group_name = "main"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = ["subnet-1", "subnet-2"]
  instance_types  = ["m6i.large"]

  scaling_config {
    desired_size = 2
    max_size     = 3
    min_size     = 2
  }
}
