resource "aws_opensearch_domain" "catalog" {
  domain_name = "catalog"
}
