variable "on" {
  type = bool
}

resource "aws_opensearch_domain" "catalog" {
  domain_name = "catalog"
  encrypt_at_rest {
    enabled = var.on
  }
}
