resource "aws_config_configuration_aggregator" "organization" {
  name = "organization"

  organization_aggregation_source {
    all_regions = true
    role_arn    = aws_iam_role.organization.arn
  }
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = aws_iam_role.recorder.arn
}

resource "aws_config_configuration_recorder" "most" {
  role_arn = aws_iam_role.recorder.arn

  recording_group {
    all_supported = false

    exclusion_by_resource_types {
      resource_types = ["AWS::EC2::NetworkInterface"]
    }

    recording_strategy {
      use_only = "EXCLUSION_BY_RESOURCE_TYPES"
    }
  }
}
