variable "visibility" {
  type = string
}

resource "github_repository" "shop" {
  name       = "shop"
  visibility = var.visibility
}
