resource "aws_security_group" "edge" {
  name = "edge"
}

resource "aws_vpc_security_group_ingress_rule" "in" {
  security_group_id = aws_security_group.edge.id
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
  cidr_ipv4         = "0.0.0.0/0"
}
