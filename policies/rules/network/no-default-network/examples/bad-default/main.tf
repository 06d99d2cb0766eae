resource "aws_default_vpc" "default" {
  tags = {
    Name = "default"
  }
}

resource "google_project" "shop" {
  name       = "shop"
  project_id = "shop"
}
