variable "block" {
  type = bool
}

resource "google_compute_instance" "web" {
  name = "web"

  metadata = {
    block-project-ssh-keys = var.block
  }
}
