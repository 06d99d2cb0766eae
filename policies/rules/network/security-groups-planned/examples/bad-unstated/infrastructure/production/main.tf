resource "aws_security_group" "bastion" {
  name = "shop-bastion"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_security_group" "closed" {
  name = "shop-closed"
}
