resource "aws_sagemaker_notebook_instance" "research" {
  name = "research"
}

resource "aws_transfer_server" "partners" {
  endpoint_type = "PUBLIC"
}
