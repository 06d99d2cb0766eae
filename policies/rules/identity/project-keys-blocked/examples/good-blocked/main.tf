resource "google_compute_instance" "blocked" {
  name = "blocked"

  metadata = {
    block-project-ssh-keys = "TRUE"
  }
}

resource "google_compute_instance_template" "accounts" {
  metadata = {
    enable-oslogin = true
  }
}
