resource "aws_cloudwatch_metric_alarm" "points" {
  alarm_name          = "points"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:ops"]
  datapoints_to_alarm = 3
}
resource "aws_cloudwatch_metric_alarm" "fast" {
  alarm_name          = "fast"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  period              = 10
  evaluation_periods  = 6
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:ops"]
}
resource "aws_cloudwatch_metric_alarm" "days" {
  alarm_name          = "days"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  period              = 3600
  evaluation_periods  = 168
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
  treat_missing_data  = "notBreaching"
}
