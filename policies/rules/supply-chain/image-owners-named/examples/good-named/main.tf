data "aws_ami" "ubuntu" {
  most_recent = true
  owners      = ["099720109477"]

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd/ubuntu-noble-24.04-amd64-server-*"]
  }
}

data "aws_ami" "own" {
  most_recent = true

  filter {
    name   = "owner-id"
    values = ["111122223333"]
  }
}
