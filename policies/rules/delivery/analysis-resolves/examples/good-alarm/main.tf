resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "shop-errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "HTTPCode_Target_5XX_Count"
  namespace           = "AWS/ApplicationELB"
  period              = 60
  statistic           = "Sum"
  threshold           = 10
}

resource "aws_codedeploy_deployment_group" "shop" {
  app_name              = "shop"
  deployment_group_name = "production"
  service_role_arn      = "arn:aws:iam::111122223333:role/deploy"
  alarm_configuration {
    enabled = true
    alarms  = [aws_cloudwatch_metric_alarm.errors.alarm_name, "shop-errors"]
  }
}
