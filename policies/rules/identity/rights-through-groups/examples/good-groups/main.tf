resource "aws_iam_user_group_membership" "ana" {
  user   = "ana"
  groups = ["readers"]
}

resource "aws_iam_policy_attachment" "readers" {
  name       = "readers"
  groups     = ["readers"]
  users      = []
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
