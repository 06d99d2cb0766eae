variable "role" {
  type = string
}

resource "google_project_iam_member" "web" {
  project = "webshop"
  role    = var.role
  member  = "serviceAccount:web@webshop.iam.gserviceaccount.com"
}
