variable "role_arn" {}

resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = var.role_arn }]
  })
}
