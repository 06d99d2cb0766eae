resource "aws_opensearch_domain" "off" {
  domain_name = "catalog"
  node_to_node_encryption {
    enabled = false
  }
}

resource "aws_elasticsearch_domain" "absent" {
  domain_name = "logs"
}
