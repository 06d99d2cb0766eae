variable "effect" {
  type = string
}

resource "aws_iam_policy" "region" {
  name = "region"
  policy = jsonencode({
    Statement = [{ Effect = var.effect, NotAction = ["iam:*"], Resource = "arn:aws:s3:::orders/*" }]
  })
}
