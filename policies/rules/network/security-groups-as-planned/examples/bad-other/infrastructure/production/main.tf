resource "aws_security_group" "database" {
  name = "shop-production-database"

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "metrics" {
  security_group_id = aws_security_group.database.id
  cidr_ipv4         = "10.8.1.0/24"
  ip_protocol       = "tcp"
  from_port         = 9187
  to_port           = 9187
}
