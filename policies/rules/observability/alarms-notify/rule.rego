# METADATA
# title: Alarms tell someone
# description: >-
#   An alarm without an action, or whose actions are turned off, changes its color in a console that nobody
#   looks at in the night. An alarm that scales something, or that another alarm, a deployment or a health check
#   reads, does its work without telling anyone.
# custom:
#   severity: warning
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(5), IR-6]
#     soc2: [CC7.2, CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Name a topic, an action group or a channel that people are subscribed to, or remove the alarm.
package planproof.rules.observability["alarms-notify"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["receivers"], message) if {
	some alert in _own
	alert.facts.receivers == []
	alert.facts.acts == false
	message := sprintf("Alarm %s tells nobody.", [alert.name])
}

undecided contains finding.undecided(alert, ["receivers"]) if {
	some alert in _own
	not alert.facts.acts == true
}

undecided contains finding.undecided(alert, ["acts"]) if {
	some alert in _own
	alert.facts.receivers == []
}

examined contains finding.examined(alert) if some alert in _own

# Others are led to receivers by routers.
_own := [alert | some alert in input.subjects.alert; not alert.facts.routed]
