resource "aws_iam_user" "ana" {
  name = "ana"
}

resource "aws_iam_user_policy_attachment" "ana" {
  user       = aws_iam_user.ana.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_policy_attachment" "readers" {
  name       = "readers"
  groups     = ["readers"]
  users      = ["ben"]
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
