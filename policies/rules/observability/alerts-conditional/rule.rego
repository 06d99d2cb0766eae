# METADATA
# title: Alerts do not always fire
# description: >-
#   An alert whose expression compares nothing fires as long as there is anything to measure: it is silenced
#   soon, and then says nothing when it matters.
# custom:
#   severity: warning
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, IR-4]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Compare the expression with a threshold. For a dead-man's switch, say severity none or call it Watchdog.
package planproof.rules.observability["alerts-conditional"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["conditional"], message) if {
	some alert in input.subjects.alert
	alert.facts.conditional == false
	not _meant(alert)
	message := sprintf("Alert %s compares nothing: it fires for as long as its expression gives anything.", [alert.name])
}

undecided contains finding.undecided(alert, ["conditional"]) if {
	some alert in input.subjects.alert
	not _meant(alert)
}

# It fires always to show that alerts arrive.
_meant(alert) if regex.match(`(?i)watchdog|dead.?man|heartbeat|always.?firing|keep.?alive|snitch`, alert.name)

_meant(alert) if lower(alert.facts.severity) in {"none", "heartbeat"}
