resource "google_project" "shop" {
  name       = "Shop"
  project_id = "shop"
}
