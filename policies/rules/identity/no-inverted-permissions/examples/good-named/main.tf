resource "aws_iam_policy" "region" {
  name = "region"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::orders/*" },
      { Effect = "Deny", NotAction = ["iam:*"], Resource = "*" },
    ]
  })
}
