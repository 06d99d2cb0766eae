# METADATA
# title: Alerts of every severity reach someone
# description: >-
#   A severity that no route leads to a receiver that notifies is a severity that nobody hears of: its alerts fire,
#   and whoever wrote them believes that someone is told.
# custom:
#   severity: warning
#   applies_to: [alert]
#   uses: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(5), IR-6]
#     soc2: [CC7.3]
#     iso-27001: [A.5.25, A.8.16]
#   remediation: Route the severity to a receiver that notifies someone.
package planproof.rules.observability["severities-notified"]

import data.planproof.lib.finding

violation contains finding.at(first, ["severity"], message) if {
	some severity, alerts in _by_severity
	every alert in alerts { alert.facts.receivers == [] }
	first := alerts[0]
	message := sprintf("Alerts of severity %s, such as %s, reach nobody.", [severity, first.name])
}

undecided contains finding.undecided(first, ["receivers"]) if {
	some alerts in _by_severity
	every alert in alerts { not _reaches(alert) }
	open := [alert | some alert in alerts; alert.facts.receivers != []]
	first := open[0]
}

examined contains finding.examined(alert) if {
	some alerts in _by_severity
	some alert in alerts
}

# Alerts that are told by routes, where the files have any; not those that are only to be seen, or that tell by their silence.
_by_severity[severity] := alerts if {
	some severity in {alert.facts.severity | some alert in _told}
	alerts := [alert | some alert in _told; alert.facts.severity == severity]
}

_told := [alert |
	count(input.subjects["alert-router"]) > 0
	some alert in input.subjects.alert
	alert.facts.routed == true
	alert.facts.acts != true
	alert.facts.conditional != false
	is_string(alert.facts.severity)
	not lower(alert.facts.severity) in {"none", "info", "informational", "notice", "debug", "low"}
]

_reaches(alert) if {
	is_array(alert.facts.receivers)
	count(alert.facts.receivers) > 0
}
