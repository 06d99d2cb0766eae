# METADATA
# title: Planned receivers exist and notify someone
# description: >-
#   The plan says who is told at which severity. A receiver that the alert routing does not have, or that has
#   nothing configured, tells nobody.
# custom:
#   severity: error
#   applies_to: [plan]
#   uses: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [IR-6, SI-4(5)]
#     soc2: [CC7.3]
#     iso-27001: [A.5.25]
#   remediation: Add the receiver to the alert routing, or correct its name in the plan.
package planproof.rules.observability["notifications-as-planned"]

import data.planproof.lib.finding

_notifying contains receiver.name if {
	some router in input.subjects["alert-router"]
	some receiver in router.facts.receivers
	receiver.notifies == true
}

violation contains finding.at(plan, ["notifications", i, "receiver"], message) if {
	some plan in input.subjects.plan
	count(input.subjects["alert-router"]) > 0
	some i, notification in plan.facts.notifications
	not notification.receiver in _notifying
	message := sprintf("Alerts of severity %s are planned to reach %s, which no alert routing has with a notification.", [notification.severity, notification.receiver])
}

undecided contains finding.undecided_because(plan, ["notifications", i, "receiver"], "no alert routing is among the files") if {
	some plan in input.subjects.plan
	count(input.subjects["alert-router"]) == 0
	some i, _ in plan.facts.notifications
}
