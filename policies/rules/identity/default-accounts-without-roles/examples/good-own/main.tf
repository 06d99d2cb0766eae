resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_project_iam_member" "logs" {
  project = "webshop"
  role    = "roles/logging.viewer"
  member  = "serviceAccount:${google_service_account.web.email}"
}
