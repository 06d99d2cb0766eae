resource "aws_opensearch_domain" "catalog" {
  domain_name = "catalog"
  encrypt_at_rest {
    enabled = true
  }
  node_to_node_encryption {
    enabled = true
  }
  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
  vpc_options {
    subnet_ids = ["subnet-0abcdef1234567890"]
  }
}

resource "azurerm_search_service" "catalog" {
  name                          = "catalog"
  sku                           = "standard"
  public_network_access_enabled = false
}
