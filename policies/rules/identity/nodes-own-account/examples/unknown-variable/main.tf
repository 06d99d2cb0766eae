variable "account" {
  type = string
}

resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = "main"

  node_config {
    service_account = var.account
  }
}
