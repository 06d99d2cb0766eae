resource "aws_opensearch_domain" "catalog" {
  domain_name = "catalog"
}

resource "azurerm_search_service" "catalog" {
  name = "catalog"
  sku  = "standard"
}
