resource "aws_cloudwatch_log_group" "web" {
  name = "web"
}
