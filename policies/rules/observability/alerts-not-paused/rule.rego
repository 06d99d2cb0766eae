# METADATA
# title: Alerts that are kept are evaluated
# description: >-
#   A paused alert looks like one: it is listed, has a runbook, and never fires. Alerts are paused for an
#   afternoon and stay so for a year.
# custom:
#   severity: warning
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Let the alert run, or remove it.
package planproof.rules.observability["alerts-not-paused"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["paused"], message) if {
	some alert in input.subjects.alert
	alert.facts.paused == true
	message := sprintf("Alert %s is paused.", [alert.name])
}

undecided contains finding.undecided(alert, ["paused"]) if some alert in input.subjects.alert
