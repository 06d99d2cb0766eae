variable "topics" {
  type = list(string)
}

resource "aws_iot_policy" "sensors" {
  name = "sensors"
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["iot:Publish"]
      Resource = var.topics
    }]
  })
}
