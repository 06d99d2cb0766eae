# METADATA
# title: Critical alerts are told soon, and again
# description: >-
#   Whoever is on call hears of a critical alert after the group's wait, and again after the repeat interval while
#   nobody has mended it. A wait of minutes, or days until it is said again, adds to every outage. Whether to repeat
#   is looked at once in each group interval, so that a shorter repeat interval is not kept.
# custom:
#   severity: note
#   applies_to: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(12), IR-6]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Let routes of critical alerts wait a minute at most and repeat each day at least, and no interval of repeats be shorter than that of the group.
package planproof.rules.observability["critical-alerts-told-soon"]

import data.planproof.lib.finding
import data.planproof.lib.routes

violation contains finding.at(router, ["routes", i, "timings", "waitSeconds"], message) if {
	some [router, i, route] in _critical
	route.timings.waitSeconds > 60
	message := sprintf("Critical alerts to %v wait %v s before anyone is told.", [route.receiver, route.timings.waitSeconds])
}

violation contains finding.at(router, ["routes", i, "timings", "repeatSeconds"], message) if {
	some [router, i, route] in _critical
	route.timings.repeatSeconds > (24 * 60) * 60
	message := sprintf("Critical alerts to %v are not told again for %v h.", [route.receiver, route.timings.repeatSeconds / 3600])
}

violation contains finding.at(router, ["routes", i, "timings", "repeatSeconds"], message) if {
	some router in input.subjects["alert-router"]
	some i, route in router.facts.routes
	_unkept(route)
	not _inherited(router, route)
	message := sprintf(
		"Alerts to %v are told again each %v s, not each %v s: that is looked at once in each group interval.",
		[route.receiver, route.timings.groupSeconds, route.timings.repeatSeconds],
	)
}

undecided contains finding.undecided(router, ["routes", i, "timings", part]) if {
	some router in input.subjects["alert-router"]
	some i, _ in router.facts.routes
	some part in ["waitSeconds", "groupSeconds", "repeatSeconds"]
}

examined contains finding.examined(router) if {
	some router in input.subjects["alert-router"]
	count(router.facts.routes) > 0
}

_critical := [[router, i, route] |
	some router in input.subjects["alert-router"]
	some i, route in router.facts.routes
	routes.asks_critical(route)
]

_unkept(route) if {
	is_number(route.timings.repeatSeconds)
	is_number(route.timings.groupSeconds)
	route.timings.repeatSeconds < route.timings.groupSeconds
}

# What a parent says is wrong once.
_inherited(router, route) if {
	route.parent >= 0
	parent := router.facts.routes[route.parent]
	parent.timings.repeatSeconds == route.timings.repeatSeconds
	parent.timings.groupSeconds == route.timings.groupSeconds
}
