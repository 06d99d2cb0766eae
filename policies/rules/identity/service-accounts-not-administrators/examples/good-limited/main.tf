resource "google_project_iam_member" "reader" {
  project = "webshop"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:web@webshop.iam.gserviceaccount.com"
}

resource "google_project_iam_member" "people" {
  project = "webshop"
  role    = "roles/storage.admin"
  member  = "group:operations@example.com"
}
