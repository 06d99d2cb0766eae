data "aws_ami" "golden" {
  owners      = ["self"]
  most_recent = true
}

resource "aws_instance" "web" {
  ami           = data.aws_ami.golden.id
  instance_type = "t3.micro"
}

resource "aws_ebs_volume" "copy" {
  availability_zone = "eu-central-1a"
  snapshot_id       = "snap-0abcdef1234567890"
}
