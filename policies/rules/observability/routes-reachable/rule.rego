# METADATA
# title: Routes are reached by some alert
# description: >-
#   Alerts stop at the first route that takes them. One that stands behind a route which takes the same alerts,
#   and does not continue, is never asked: its receiver hears nothing.
# custom:
#   severity: warning
#   applies_to: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(12), IR-6]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Put the narrower route first, or let the earlier one continue.
package planproof.rules.observability["routes-reachable"]

import data.planproof.lib.finding

violation contains finding.about(router, ["routes", i, "receiver"], message, related) if {
	some router in input.subjects["alert-router"]
	some i, route in router.facts.routes
	route.shadowedBy != null
	message := sprintf("No alert reaches the route to %v: an earlier one takes them all.", [route.receiver])
	related := [finding.place(router, ["routes", route.shadowedBy, "receiver"], "the earlier route")]
}
