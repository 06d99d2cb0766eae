data "google_compute_default_service_account" "default" {}

resource "google_project_iam_member" "logs" {
  project = "webshop"
  role    = "roles/logging.viewer"
  member  = "serviceAccount:${data.google_compute_default_service_account.default.email}"
}

resource "google_folder_iam_binding" "shops" {
  folder  = "folders/1234567"
  role    = "roles/viewer"
  members = ["group:ops@example.com", "serviceAccount:webshop@appspot.gserviceaccount.com"]
}
