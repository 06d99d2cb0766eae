resource "google_monitoring_alert_policy" "errors" {
  display_name = "errors"
  combiner     = "OR"
  conditions {
    display_name = "errors"
    condition_threshold {
      filter     = "metric.type=\"run.googleapis.com/request_count\" AND metric.label.response_code_class=\"5xx\""
      comparison = "COMPARISON_GT"
      duration   = "60s"
    }
  }
}
