resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "google_project" "shop" {
  name                = "shop"
  project_id          = "shop"
  auto_create_network = false
}
