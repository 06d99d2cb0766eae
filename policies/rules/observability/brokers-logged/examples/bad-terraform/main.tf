resource "aws_msk_cluster" "orders" {
  cluster_name = "orders"
}

resource "aws_mq_broker" "orders" {
  broker_name = "orders"

  logs {
    general = false
  }
}
