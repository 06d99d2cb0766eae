resource "aws_iam_role" "deploy" {
  name = "shop-deploy"
}

resource "aws_iam_role_policy" "deploy" {
  role = aws_iam_role.deploy.id

  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["eks:DescribeCluster", "ecr:PutImage", "ecr:UploadLayerPart"]
      Resource = "*"
    }]
  })
}
