resource "google_monitoring_notification_channel" "ops" {
  display_name = "ops"
  type         = "email"
  labels       = { email_address = "ops@shop.example" }
}
resource "google_monitoring_alert_policy" "errors" {
  display_name          = "errors"
  combiner              = "OR"
  notification_channels = [google_monitoring_notification_channel.ops.name]
  conditions {
    display_name = "errors"
    condition_threshold {
      filter     = "metric.type=\"run.googleapis.com/request_count\" AND metric.label.response_code_class=\"5xx\""
      comparison = "COMPARISON_GT"
      duration   = "60s"
    }
  }
}
