# METADATA
# title: Critical alerts do not take silence for health
# description: >-
#   When a service, its exporter or the monitoring itself is gone, nothing is measured, and the query fails or
#   finds nothing. A critical alert that says OK then is calm exactly when it is needed.
# custom:
#   severity: warning
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Let the alert fire, or keep its last state, when there is no data or the query fails.
package planproof.rules.observability["alerts-notice-silence"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["withoutData"], message) if {
	some alert in _critical
	alert.facts.withoutData == "resolves"
	message := sprintf("Critical alert %s says OK when nothing is measured.", [alert.name])
}

undecided contains finding.undecided(alert, ["withoutData"]) if some alert in _critical

examined contains finding.examined(alert) if some alert in _critical

# Of what must be there, alarms-notice-silence speaks, whatever its severity.
_critical := [alert |
	some alert in input.subjects.alert
	alert.facts.system == "grafana"
	alert.facts.signal != "availability"
	alert.facts.severity in {"critical", "page"}
]
