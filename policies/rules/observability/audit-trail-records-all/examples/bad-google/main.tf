resource "google_project_iam_audit_config" "writes" {
  project = "shop"
  service = "allServices"

  audit_log_config {
    log_type = "DATA_WRITE"
  }
}

resource "google_organization_iam_audit_config" "most" {
  org_id  = "123456789012"
  service = "storage.googleapis.com"

  audit_log_config {
    log_type         = "DATA_READ"
    exempted_members = ["user:ada@example.com"]
  }
}

data "google_iam_policy" "folder" {
  audit_config {
    service = "allServices"

    audit_log_configs {
      log_type = "ADMIN_READ"
    }
    audit_log_configs {
      log_type         = "DATA_READ"
      exempted_members = ["serviceAccount:batch@shop.iam.gserviceaccount.com"]
    }
    audit_log_configs {
      log_type = "DATA_WRITE"
    }
  }
}
