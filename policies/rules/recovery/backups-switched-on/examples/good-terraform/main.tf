resource "aws_dlm_lifecycle_policy" "volumes" {
  description        = "Snapshots of volumes"
  execution_role_arn = "arn:aws:iam::111122223333:role/snapshots"
  state              = "ENABLED"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { snapshot = "yes" }

    schedule {
      name = "daily"
      create_rule {
        interval = 24
      }
      retain_rule {
        count = 14
      }
    }
  }
}
