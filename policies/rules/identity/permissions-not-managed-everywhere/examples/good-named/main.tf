data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["sqs:AddPermission"]
    resources = ["arn:aws:sqs:eu-west-1:111122223333:orders"]
  }
}

resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}
