# METADATA
# title: Alarms notice when nothing is measured any more
# description: >-
#   What has died measures nothing. An alarm that waits for too low a value, of healthy hosts or of running
#   tasks, and that stays as it was or goes back to normal without data, is silent when the whole of it is gone.
# custom:
#   severity: warning
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Let it fire without data, by treat_missing_data, evaluation_missing_data or on_missing_data.
package planproof.rules.observability["alarms-notice-silence"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["withoutData"], message) if {
	some alert in _waiting
	some does in [_does[alert.facts.withoutData]]
	message := sprintf("Alarm %s %s when nothing is measured any more, which is when all of it is gone.", [alert.name, does])
}

undecided contains finding.undecided(alert, ["withoutData"]) if some alert in _waiting

examined contains finding.examined(alert) if some alert in _waiting

_does := {"stays": "stays as it was", "resolves": "goes back to normal"}

_waiting := [alert |
	some alert in input.subjects.alert
	alert.facts.signal == "availability"
	alert.facts.withoutData != null
]
