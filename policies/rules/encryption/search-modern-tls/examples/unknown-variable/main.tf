variable "policy" {
  type = string
}

resource "aws_opensearch_domain" "catalog" {
  domain_name = "catalog"
  domain_endpoint_options {
    tls_security_policy = var.policy
  }
}
