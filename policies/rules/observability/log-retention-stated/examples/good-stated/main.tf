resource "aws_cloudwatch_log_group" "web" {
  name              = "web"
  retention_in_days = 90
}

resource "azurerm_log_analytics_workspace" "web" {
  name = "web"
}

resource "google_logging_project_bucket_config" "web" {
  project        = "shop"
  bucket_id      = "web"
  retention_days = 90
}
