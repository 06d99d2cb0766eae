# METADATA
# title: Alerts can fire
# description: >-
#   A part is never more than the whole. An alert that waits for a greater share of failures than one never fires, mostly
#   because a burn rate was multiplied with too great a budget, or because percent were meant.
# custom:
#   severity: error
#   applies_to: [alert]
#   by_name: true
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Compare with a share below one, or multiply the expression by 100 where percent are meant.
package planproof.rules.observability["alert-limits-reachable"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["expression"], message) if {
	some alert in _measuring
	alert.facts.limit.possible == false
	message := sprintf("Alert %s never fires: it waits for %v percent of failures.", [
		alert.name, round(alert.facts.limit.value * 100000) / 1000,
	])
}

examined contains finding.examined(alert) if some alert in _measuring

_measuring := [alert |
	some alert in input.subjects.alert
	is_object(alert.facts.limit)
	alert.facts.limit.of == "failures"
]
