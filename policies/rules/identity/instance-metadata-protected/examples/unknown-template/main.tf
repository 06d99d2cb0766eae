resource "aws_instance" "web" {
  launch_template {
    name = "hardened"
  }
}
