variable "service" {
  type = string
}

resource "google_project_iam_audit_config" "one" {
  project = "shop"
  service = var.service

  audit_log_config {
    log_type = "DATA_READ"
  }
}
