variable "on" {
  type = bool
}

resource "aws_opensearch_domain" "catalog" {
  domain_name = "catalog"
  node_to_node_encryption {
    enabled = var.on
  }
}
