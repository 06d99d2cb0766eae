resource "aws_eks_node_group" "web" {
  cluster_name  = "main"
  node_role_arn = aws_iam_role.nodes.arn
  subnet_ids    = ["subnet-1", "subnet-2"]

  remote_access {
    ec2_ssh_key               = "operations"
    source_security_group_ids = ["sg-1"]
  }
}
