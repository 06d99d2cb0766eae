variable "arns" {}

resource "aws_dynamodb_table" "carts" {
  name     = "carts"
  hash_key = "id"
}

resource "aws_backup_plan" "nightly" {
  name = "nightly"
  rule {
    rule_name         = "nightly"
    target_vault_name = "vault"
  }
}

resource "aws_backup_selection" "all" {
  name         = "all"
  plan_id      = aws_backup_plan.nightly.id
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = var.arns
}
