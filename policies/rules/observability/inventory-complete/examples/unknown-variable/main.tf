variable "everything" {
  type = bool
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = aws_iam_role.recorder.arn

  recording_group {
    all_supported = var.everything
  }
}
