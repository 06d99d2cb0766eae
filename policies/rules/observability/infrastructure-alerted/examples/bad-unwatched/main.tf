resource "aws_instance" "worker" {
  instance_type = "m6i.large"
}
