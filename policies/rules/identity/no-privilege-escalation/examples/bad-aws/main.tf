resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ec2:RunInstances", "iam:PassRole"], Resource = "*" },
      { Effect = "Allow", Action = "iam:Put*", Resource = "arn:aws:iam::111122223333:role/*" },
    ]
  })
}

data "aws_iam_policy_document" "keys" {
  statement {
    actions   = ["iam:CreateAccessKey", "iam:UpdateLoginProfile", "iam:ListUsers", "iam:AttachUserPolicy"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "support" {
  role   = "support"
  policy = data.aws_iam_policy_document.keys.json
}
