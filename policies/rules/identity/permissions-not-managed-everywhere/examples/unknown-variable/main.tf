variable "resources" {
  type = list(string)
}

data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["lambda:AddPermission"]
    resources = var.resources
  }
}

resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}
