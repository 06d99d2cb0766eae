data "aws_iam_policy_document" "report" {
  statement {
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "report" {
  name   = "report"
  policy = data.aws_iam_policy_document.report.json
}
