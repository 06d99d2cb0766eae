resource "aws_config_configuration_aggregator" "organization" {
  name = "organization"

  organization_aggregation_source {
    regions  = ["eu-central-1"]
    role_arn = aws_iam_role.organization.arn
  }
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = aws_iam_role.recorder.arn

  recording_group {
    all_supported  = false
    resource_types = ["AWS::EC2::Instance"]
  }
}
