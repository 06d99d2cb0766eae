resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config {
    subnet_ids          = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
    public_access_cidrs = ["192.0.2.0/24"]
  }
}

resource "aws_eks_cluster" "inner" {
  name     = "inner"
  role_arn = "arn:aws:iam::123456789012:role/eks"

  vpc_config {
    subnet_ids              = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}

resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"

  api_server_access_profile {
    authorized_ip_ranges = ["192.0.2.0/24"]
  }
}

resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west3"

  master_authorized_networks_config {}
}
