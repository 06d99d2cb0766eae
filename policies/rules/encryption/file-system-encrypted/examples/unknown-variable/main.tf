variable "encrypted" {
  type = bool
}

resource "aws_efs_file_system" "uploads" {
  encrypted = var.encrypted
}
