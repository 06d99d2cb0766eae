resource "google_compute_instance" "silent" {
  name = "silent"
}

resource "google_compute_instance" "open" {
  name = "open"

  metadata = {
    block-project-ssh-keys = false
  }
}
