resource "aws_db_instance" "orders" {
  engine   = "postgres"
  multi_az = true
}

resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.orders.identifier
}

resource "aws_db_instance" "reports" {
  engine = "postgres"
}

resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier              = "db-custom-2-8192"
    availability_type = "REGIONAL"
  }
}

resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west1"
}

resource "google_container_node_pool" "web" {
  name    = "web"
  cluster = google_container_cluster.shop.name
}

resource "azurerm_kubernetes_cluster" "jobs" {
  name = "jobs"

  default_node_pool {
    name  = "default"
    zones = ["1", "2", "3"]
  }
}

resource "aws_eks_cluster" "main" {
  name = "main"
}

resource "aws_eks_node_group" "web" {
  cluster_name = aws_eks_cluster.main.name
  subnet_ids   = ["subnet-1", "subnet-2"]
}
