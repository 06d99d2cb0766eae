# METADATA
# title: Grafana accepts the alert rules
# description: >-
#   Grafana refuses a whole group of rules when one of them is wrong, and then none of them is evaluated.
# custom:
#   severity: error
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Correct the rule as the message says.
package planproof.rules.observability["alert-rules-accepted"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["problem"], message) if {
	some alert in _own
	is_string(alert.facts.problem)
	message := sprintf("Grafana refuses alert %s: %s.", [alert.name, alert.facts.problem])
}

undecided contains finding.undecided(alert, ["problem"]) if some alert in _own

examined contains finding.examined(alert) if some alert in _own

_own := [alert |
	some alert in input.subjects.alert
	alert.facts.system == "grafana"
]
