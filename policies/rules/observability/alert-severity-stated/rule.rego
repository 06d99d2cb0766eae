# METADATA
# title: Alerts state their severity
# description: >-
#   Routing, paging and the order in which people look at alerts follow the severity. An alert without one
#   falls through to whatever the default route does.
# custom:
#   severity: warning
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(12), IR-5]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Give the alert a severity label.
package planproof.rules.observability["alert-severity-stated"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["severity"], message) if {
	some alert in _routed
	alert.facts.severity == "none"
	not _deliberate(alert)
	message := sprintf("Alert %s states no severity.", [alert.name])
}

undecided contains finding.undecided(alert, ["severity"]) if some alert in _routed

examined contains finding.examined(alert) if some alert in _routed

# An alarm that names itself whom it tells needs no severity to get there.
_routed := [alert | some alert in input.subjects.alert; alert.facts.routed]

# An alert that says "none" itself, such as a dead-man's switch or an inhibitor, means it.
_deliberate(alert) if alert.facts.labels.severity == "none"
