# METADATA
# title: Alarms notice when nothing is measured any more
# description: >-
#   What has died measures nothing. An alarm that waits for too low a value, of healthy hosts or of running
#   tasks, and that stays as it was or goes back to normal without data, is silent when the whole of it is gone.
#   A critical alert of Grafana that says OK when a query fails or finds nothing is calm exactly when the
#   service, its exporter or the monitoring itself is gone.
# custom:
#   severity: warning
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: >-
#     Let it fire without data, by treat_missing_data, evaluation_missing_data, on_missing_data, noDataState or
#     execErrState.
package planproof.rules.observability["alarms-notice-silence"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["withoutData"], message) if {
	some alert in _waiting
	some does in [_does[alert.facts.withoutData]]
	message := sprintf("Alarm %s %s when nothing is measured any more, which is when all of it is gone.", [alert.name, does])
}

violation contains finding.at(alert, ["withoutData"], message) if {
	some alert in _critical
	alert.facts.withoutData == "resolves"
	message := sprintf("Critical alert %s says OK when nothing is measured.", [alert.name])
}

undecided contains finding.undecided(alert, ["withoutData"]) if some alert in _judged

examined contains finding.examined(alert) if some alert in _judged

_does := {"stays": "stays as it was", "resolves": "goes back to normal"}

_judged := array.concat(_waiting, _critical)

_waiting := [alert |
	some alert in input.subjects.alert
	alert.facts.signal == "availability"
	alert.facts.withoutData != null
]

# Clouds measure errors and latency only while there are some: without data all is well, however grave the alarm.
_critical := [alert |
	some alert in input.subjects.alert
	alert.facts.system == "grafana"
	alert.facts.signal != "availability"
	alert.facts.severity in {"critical", "page"}
]
