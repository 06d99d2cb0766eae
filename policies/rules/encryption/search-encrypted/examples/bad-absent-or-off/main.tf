resource "aws_opensearch_domain" "off" {
  domain_name = "catalog"
  encrypt_at_rest {
    enabled = false
  }
}

resource "aws_elasticsearch_domain" "absent" {
  domain_name = "logs"
}
