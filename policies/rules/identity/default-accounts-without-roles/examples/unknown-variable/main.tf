variable "members" {
  type = list(string)
}

resource "google_organization_iam_binding" "viewers" {
  org_id  = "123456789012"
  role    = "roles/viewer"
  members = var.members
}
