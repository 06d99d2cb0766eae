# METADATA
# title: Alerts are there as the plan states them, as soon and as severe
# description: >-
#   The plan says which alerts there are, how long their condition holds before they fire, and how severe they are.
#   An alert that waits longer, or that is less severe, is heard later than those who signed the plan believe.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [alert, plan-component]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, SI-4(5)]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   statements:
#     - observability.alerts[]
#   remediation: Write the alert as the plan states it, or correct the plan.
package planproof.rules.observability["alerts-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["monitoring", "thresholds", i, "alerts"], message) if {
	some plan in input.subjects.plan
	some i, planned in plan.facts.monitoring.thresholds
	planned.alerts == []
	not _asked_elsewhere(plan, planned)
	message := sprintf("The plan states an alert on %s of %s, and there is none.", [planned.signal, _what(planned)])
}

violation contains finding.at(plan, ["monitoring", "thresholds", i, "forSeconds"], message) if {
	some plan in input.subjects.plan
	some i, planned in plan.facts.monitoring.thresholds
	is_number(planned.forSeconds)
	waits := [alert.facts.forSeconds | some alert in _alerts(planned)]
	count(waits) > 0
	every wait in waits { is_number(wait) }
	min(waits) > planned.forSeconds
	message := sprintf("Alerts on %s of %s wait for %v seconds; the plan says %v.", [
		planned.signal, _what(planned),
		min(waits), planned.forSeconds,
	])
}

violation contains finding.at(plan, ["monitoring", "thresholds", i, "severity"], message) if {
	some plan in input.subjects.plan
	some i, planned in plan.facts.monitoring.thresholds
	is_string(planned.severity)
	severities := {alert.facts.severity | some alert in _alerts(planned)}
	count(severities) > 0
	every severity in severities { is_string(severity) }
	not planned.severity in severities
	message := sprintf("Alerts on %s of %s have the severity %s; the plan says %s.", [
		planned.signal, _what(planned),
		concat(" and ", severities), planned.severity,
	])
}

undecided contains finding.undecided(plan, ["monitoring", "thresholds", i, "alerts"]) if {
	some plan in input.subjects.plan
	some i, planned in plan.facts.monitoring.thresholds
	not _asked_elsewhere(plan, planned)
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	count(plan.facts.monitoring.thresholds) > 0
}

_alerts(planned) := [alert |
	is_array(planned.alerts)
	some alert in input.subjects.alert
	alert.id in planned.alerts
]

_what(planned) := planned.component if planned.environment == null

_what(planned) := sprintf("%s in %s", [planned.component, planned.environment]) if is_string(planned.environment)

# Signals that every critical component needs are a rule of their own.
_asked_elsewhere(plan, planned) if {
	planned.environment == null
	planned.signal in plan.facts.signals
	some component in input.subjects["plan-component"]
	component.name == planned.component
	component.facts.criticality == "critical"
}
