resource "aws_efs_file_system" "absent" {
  creation_token = "absent"
}

resource "aws_efs_file_system" "off" {
  encrypted = false
}
