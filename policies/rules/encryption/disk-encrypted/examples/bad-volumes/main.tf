resource "aws_ebs_encryption_by_default" "all" {
  enabled = false
}

resource "aws_ebs_volume" "absent" {
  availability_zone = "eu-central-1a"
  size              = 100
}

resource "aws_ebs_volume" "off" {
  availability_zone = "eu-central-1a"
  size              = 100
  encrypted         = false
}

resource "aws_workspaces_workspace" "desk" {
  user_name                      = "ada"
  user_volume_encryption_enabled = true
  root_volume_encryption_enabled = false
}
