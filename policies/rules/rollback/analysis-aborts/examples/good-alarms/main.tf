resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "checkout-errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
}

resource "aws_codedeploy_deployment_group" "checkout" {
  app_name              = "checkout"
  deployment_group_name = "checkout"
  service_role_arn      = "arn:aws:iam::111122223333:role/deploy"

  alarm_configuration {
    enabled = true
    alarms  = [aws_cloudwatch_metric_alarm.errors.alarm_name]
  }

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]
  }
}
