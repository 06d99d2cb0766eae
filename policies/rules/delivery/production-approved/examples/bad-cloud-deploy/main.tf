resource "google_clouddeploy_target" "production" {
  name             = "production"
  location         = "europe-west3"
  require_approval = false
}

resource "google_clouddeploy_delivery_pipeline" "shop" {
  name     = "shop"
  location = "europe-west3"

  serial_pipeline {
    stages {
      target_id = google_clouddeploy_target.production.name
    }
  }
}
