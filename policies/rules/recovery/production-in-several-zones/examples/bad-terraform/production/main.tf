resource "aws_db_instance" "orders" {
  engine = "postgres"
}

resource "azurerm_postgresql_flexible_server" "orders" {
  version = "16"
}

resource "google_redis_instance" "sessions" {
  tier           = "BASIC"
  memory_size_gb = 1
}

resource "google_container_cluster" "shop" {
  name                     = "shop"
  location                 = "europe-west1-b"
  remove_default_node_pool = true
}

resource "google_container_node_pool" "web" {
  name           = "web"
  cluster        = "other"
  location       = "europe-west1"
  node_locations = ["europe-west1-b"]
}

resource "azurerm_kubernetes_cluster" "jobs" {
  name = "jobs"

  default_node_pool {
    name = "default"
  }
}

resource "aws_eks_node_group" "web" {
  cluster_name = "main"
  subnet_ids   = ["subnet-1"]
}
