variable "public" {
  type = bool
}

resource "aws_instance" "web" {
  ami                         = "ami-0c55b159cbfafe1f0"
  instance_type               = "t3.small"
  associate_public_ip_address = var.public
}
