data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["sqs:SendMessage", "sqs:AddPermission"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}
