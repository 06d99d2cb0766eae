variable "networks" {
  type = list(string)
}

resource "aws_security_group" "time" {
  name = "time"

  ingress {
    from_port   = 123
    to_port     = 123
    protocol    = "udp"
    cidr_blocks = var.networks
  }
}
