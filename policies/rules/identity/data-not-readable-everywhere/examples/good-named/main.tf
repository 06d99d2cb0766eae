resource "aws_iam_policy" "report" {
  name = "report"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::orders/*" },
      { Effect = "Allow", Action = ["s3:ListAllMyBuckets"], Resource = "*" },
    ]
  })
}
