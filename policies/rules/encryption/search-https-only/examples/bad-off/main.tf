resource "aws_opensearch_domain" "off" {
  domain_name = "catalog"
  domain_endpoint_options {
    enforce_https = false
  }
}
