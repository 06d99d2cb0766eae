resource "aws_db_instance" "orders" {
  engine                     = "postgres"
  auto_minor_version_upgrade = false
}

resource "aws_mq_broker" "events" {
  engine_type = "RabbitMQ"
}

resource "google_container_node_pool" "workers" {
  cluster = "shop"

  management {
    auto_repair = true
  }
}
