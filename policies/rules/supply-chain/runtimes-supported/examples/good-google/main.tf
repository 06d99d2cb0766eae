resource "google_cloudfunctions2_function" "mail" {
  name     = "mail"
  location = "europe-west1"

  build_config {
    runtime     = "python313"
    entry_point = "send"
  }
}
