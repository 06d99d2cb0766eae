resource "google_project_iam_member" "shop" {
  project = "shop"
  role    = "roles/owner"
  member  = "serviceAccount:shop@shop.iam.gserviceaccount.com"
}
