variable "logged" {
  type = bool
}

resource "aws_opensearch_domain" "catalog" {
  domain_name = "catalog"

  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:catalog"
    enabled                  = var.logged
  }
}
