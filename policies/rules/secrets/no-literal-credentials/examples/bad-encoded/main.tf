resource "aws_instance" "encoded" {
  user_data_base64 = "IyEvYmluL3NoCmV4cG9ydCBBV1NfQUNDRVNTX0tFWV9JRD1BS0lBSjQzWkxUUVdYUjVZN0tQQgovb3B0L2JhdGNoL3N0YXJ0Cg=="
}

resource "aws_instance" "filled" {
  user_data = templatefile("scripts/start.sh.tftpl", { region = "eu-west-1" })
}
