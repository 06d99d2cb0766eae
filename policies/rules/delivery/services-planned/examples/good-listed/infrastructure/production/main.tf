resource "aws_db_instance" "orders" {
  engine = "postgres"
}

resource "aws_sqs_queue" "orders" {}
