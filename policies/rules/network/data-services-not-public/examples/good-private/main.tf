resource "aws_mq_broker" "orders" {
  broker_name = "orders"
  engine_type = "RabbitMQ"
}

resource "aws_msk_cluster" "clicks" {
  cluster_name = "clicks"
  broker_node_group_info {
    instance_type = "kafka.m5.large"
    connectivity_info {
      public_access {
        type = "DISABLED"
      }
    }
  }
}

resource "aws_dms_replication_instance" "move" {
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.micro"
}
