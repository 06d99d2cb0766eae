resource "pagerduty_service" "shop" {
  name              = "shop"
  escalation_policy = pagerduty_escalation_policy.shop.id
}
resource "pagerduty_escalation_policy" "shop" {
  name      = "shop"
  num_loops = 2
  rule {
    escalation_delay_in_minutes = 10
    target {
      type = "schedule_reference"
      id   = "PSCHED1"
    }
  }
}
