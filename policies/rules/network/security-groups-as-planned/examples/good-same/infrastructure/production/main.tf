resource "aws_security_group" "edge" {
  name = "shop-production-edge"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "database" {
  name = "shop-production-database"

  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.edge.id]
  }
}

resource "aws_vpc_security_group_ingress_rule" "metrics" {
  security_group_id = aws_security_group.database.id
  cidr_ipv4         = "10.9.1.0/24"
  ip_protocol       = "tcp"
  from_port         = 9187
  to_port           = 9187
}
