resource "aws_iam_role" "other" {
  name = "shop-backup"
}
