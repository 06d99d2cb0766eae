resource "aws_ssm_parameter" "mail" {
  name = "/shop/mail-password"
  type = "SecureString"
}

resource "aws_secretsmanager_secret" "orders" {
  name = "shop/orders-db-password"
}

resource "aws_secretsmanager_secret" "gateway" {
  name = "gateway-key"
}

resource "aws_secretsmanager_secret_rotation" "gateway" {
  secret_id = aws_secretsmanager_secret.gateway.id

  rotation_rules {
    automatically_after_days = 60
  }
}
