resource "aws_msk_cluster" "orders" {
  cluster_name = "orders"

  logging_info {
    broker_logs {
      s3 {
        enabled = true
        bucket  = "logs"
      }
    }
  }
}

resource "aws_mq_broker" "orders" {
  broker_name = "orders"

  logs {
    general = true
  }
}
