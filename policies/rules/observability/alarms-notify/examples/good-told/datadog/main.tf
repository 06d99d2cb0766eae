resource "datadog_monitor" "errors" {
  name    = "Errors of the shop"
  type    = "query alert"
  query   = "sum(last_5m):sum:trace.http.request.errors{service:shop}.as_count() > 10"
  message = "The shop fails. @pagerduty-shop"
}
