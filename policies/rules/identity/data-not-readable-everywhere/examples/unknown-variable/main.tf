variable "secrets" {
  type = list(string)
}

resource "aws_iam_policy" "report" {
  name = "report"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["secretsmanager:GetSecretValue"], Resource = var.secrets }]
  })
}
