resource "aws_sns_topic" "orders" {}

resource "aws_sns_topic_policy" "orders" {
  arn    = aws_sns_topic.orders.arn
  policy = data.aws_iam_policy_document.orders.json
}

data "aws_iam_policy_document" "orders" {
  statement {
    actions   = ["sns:Publish", "sns:Subscribe"]
    resources = [aws_sns_topic.orders.arn]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_kms_key" "backup" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "kms:*"
        Resource  = "*"
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_ecr_repository_policy" "web" {
  repository = "web"
  policy     = <<-EOT
    {
      "Statement": {
        "Effect": "Allow",
        "Principal": { "AWS": "*" },
        "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      }
    }
  EOT
}

resource "aws_lambda_permission" "anyone" {
  action        = "lambda:InvokeFunction"
  function_name = "mail"
  principal     = "*"
}
