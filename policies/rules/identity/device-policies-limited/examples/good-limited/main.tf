resource "aws_iot_policy" "sensors" {
  name = "sensors"
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = ["iot:Publish"]
      Resource = ["arn:aws:iot:eu-central-1:111122223333:topic/sensors/$${iot:Connection.Thing.ThingName}"]
    }]
  })
}
