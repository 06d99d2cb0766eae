# METADATA
# title: Alarms are taken by the system that runs them
# description: >-
#   An alarm that its system refuses fails the apply, half way through it, on the day of the release.
# custom:
#   severity: error
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Correct the setting that is named.
package planproof.rules.observability["alarms-valid"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["problem"], message) if {
	some alert in _own
	is_string(alert.facts.problem)
	message := sprintf("CloudWatch refuses alarm %s: %s.", [alert.name, alert.facts.problem])
}

undecided contains finding.undecided(alert, ["problem"]) if some alert in _own

examined contains finding.examined(alert) if some alert in _own

_own := [alert | some alert in input.subjects.alert; alert.facts.system == "cloudwatch"]
