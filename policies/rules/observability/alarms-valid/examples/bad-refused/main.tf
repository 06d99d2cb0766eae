resource "aws_cloudwatch_metric_alarm" "points" {
  alarm_name          = "points"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  period              = 60
  evaluation_periods  = 2
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:ops"]
  datapoints_to_alarm = 3
}
resource "aws_cloudwatch_metric_alarm" "period" {
  alarm_name          = "period"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  period              = 45
  evaluation_periods  = 2
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:ops"]
}
resource "aws_cloudwatch_metric_alarm" "long" {
  alarm_name          = "long"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  period              = 300
  evaluation_periods  = 300
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:ops"]
}
resource "aws_cloudwatch_metric_alarm" "word" {
  alarm_name          = "word"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  period              = 60
  evaluation_periods  = 2
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:ops"]
  treat_missing_data  = "breach"
}
