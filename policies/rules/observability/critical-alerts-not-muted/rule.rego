# METADATA
# title: Critical alerts reach someone at any hour
# description: >-
#   A route with a time interval tells nobody of critical alerts for hours, and they are gone when the hours are
#   over.
# custom:
#   severity: warning
#   applies_to: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(12), IR-6]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Leave time intervals to routes of lesser severities, or send critical alerts to whoever is on call then.
package planproof.rules.observability["critical-alerts-not-muted"]

import data.planproof.lib.finding
import data.planproof.lib.routes

violation contains finding.at(router, ["routes", i, "muted"], message) if {
	some router in input.subjects["alert-router"]
	some i, route in router.facts.routes
	count(route.muted) > 0
	routes.asks_critical(route)
	message := sprintf("Critical alerts to %v wait for the time interval %s.", [route.receiver, route.muted[0]])
}

undecided contains finding.undecided(router, ["routes", i, "matchers"]) if {
	some router in input.subjects["alert-router"]
	some i, route in router.facts.routes
	count(route.muted) > 0
}

examined contains finding.examined(router) if some router in input.subjects["alert-router"]
