resource "aws_subnet" "web" {
  vpc_id     = "main"
  cidr_block = "10.0.1.0/24"
}
