variable "change" {
  type = bool
}

resource "aws_iam_user_login_profile" "ana" {
  user                    = "ana"
  password_reset_required = var.change
}
