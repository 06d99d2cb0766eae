data "aws_iam_policy_document" "operators" {
  statement {
    not_actions = ["iam:*", "organizations:*"]
    resources   = ["arn:aws:s3:::orders-*"]
  }
}

resource "aws_iam_policy" "operators" {
  name   = "operators"
  policy = data.aws_iam_policy_document.operators.json
}

resource "aws_sns_topic_policy" "orders" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/orders" }
      NotAction = "sns:DeleteTopic"
      Resource  = "*"
    }]
  })
}
