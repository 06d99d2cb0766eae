resource "aws_instance" "web" {}

resource "aws_db_instance" "orders" {}

resource "aws_dynamodb_table" "carts" {
  replica {
    region_name = "eu-west-1"
  }
}
