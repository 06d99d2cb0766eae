resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_project_iam_member" "buckets" {
  project = "webshop"
  role    = "roles/storage.admin"
  member  = "serviceAccount:${google_service_account.web.email}"
}

resource "google_folder_iam_binding" "shops" {
  folder  = "folders/1234567"
  role    = "roles/editor"
  members = ["serviceAccount:deploy@webshop.iam.gserviceaccount.com"]
}
