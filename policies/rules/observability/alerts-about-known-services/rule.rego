# METADATA
# title: Alerts are about services that the plan or the files have
# description: >-
#   An alert on a service that was renamed or removed never fires again, and looks as if the service were watched. Or
#   the service is there and the plan forgot it.
# custom:
#   severity: warning
#   applies_to: [alert]
#   uses: [plan]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, CM-8]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16, A.5.9]
#   remediation: Correct the label of the alert, remove the alert, or add the service to the plan.
package planproof.rules.observability["alerts-about-known-services"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["services"], message) if {
	some plan in input.subjects.plan
	is_array(plan.facts.monitoring.strangers)
	some stranger in plan.facts.monitoring.strangers
	some alert in input.subjects.alert
	alert.id == stranger.alert
	message := sprintf("Alert %s is about %s, which neither the plan nor the files have.", [alert.name, stranger.service])
}

undecided contains finding.undecided_because(alert, ["services"], reason) if {
	some plan in input.subjects.plan
	reason := plan.facts.monitoring.strangers.unknown
	some alert in _naming
}

examined contains finding.examined(alert) if {
	count(input.subjects.plan) > 0
	some alert in _naming
}

_naming := [alert |
	some alert in input.subjects.alert
	some label in ["service", "service_name", "app", "application", "component"]
	alert.facts.labels[label]
]
