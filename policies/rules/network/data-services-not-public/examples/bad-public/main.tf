resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  engine_type         = "RabbitMQ"
  publicly_accessible = true
}

resource "aws_msk_cluster" "clicks" {
  cluster_name = "clicks"
  broker_node_group_info {
    instance_type = "kafka.m5.large"
    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS"
      }
    }
  }
}

resource "aws_dms_replication_instance" "move" {
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.micro"
  publicly_accessible        = true
}

resource "google_dataproc_cluster" "jobs" {
  name = "jobs"
  cluster_config {
    gce_cluster_config {
      internal_ip_only = false
    }
  }
}
