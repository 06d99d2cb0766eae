resource "aws_instance" "web" {
  ami           = "ami-0c55b159cbfafe1f0"
  instance_type = "t3.small"

  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_launch_template" "web" {
  image_id = "ami-0c55b159cbfafe1f0"

  metadata_options {
    http_endpoint = "disabled"
  }
}

data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

resource "aws_instance" "worker" {
  ami           = data.aws_ssm_parameter.image.value
  instance_type = "t3.small"
}
