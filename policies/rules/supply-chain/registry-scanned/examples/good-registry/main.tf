resource "aws_ecr_repository" "orders" {
  name = "orders"
}

resource "aws_ecr_registry_scanning_configuration" "all" {
  scan_type = "ENHANCED"
}
