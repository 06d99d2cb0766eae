resource "aws_dynamodb_table" "carts" {
  name     = "carts"
  hash_key = "id"
}

resource "aws_backup_plan" "nightly" {
  name = "nightly"
  rule {
    rule_name         = "nightly"
    target_vault_name = "vault"
    schedule          = "cron(0 3 * * ? *)"
  }
}

resource "aws_backup_selection" "carts" {
  name         = "carts"
  plan_id      = aws_backup_plan.nightly.id
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_dynamodb_table.carts.arn]
}
