variable "on" {
  type = bool
}

resource "aws_opensearch_domain" "catalog" {
  domain_name = "catalog"
  domain_endpoint_options {
    enforce_https = var.on
  }
}
