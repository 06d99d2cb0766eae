# METADATA
# title: Someone is told when an objective is at risk
# description: >-
#   An objective that nobody is alerted on is looked at after the month, when the promise is broken already.
#   Alerts on how fast its budget burns tell in time: fast burns wake someone, slow ones make a ticket.
# custom:
#   severity: warning
#   applies_to: [objective]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [A1.1, CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Let the alerts on its burn rate be made, or name an alert policy.
package planproof.rules.observability["objectives-alerted"]

import data.planproof.lib.finding

violation contains finding.at(objective, ["burnAlerts"], message) if {
	some objective in input.subjects.objective
	objective.facts.burnAlerts == []
	objective.facts.alerts == []
	message := sprintf("Objective %s alerts nobody when its budget burns.", [objective.name])
}

undecided contains finding.undecided(objective, ["burnAlerts"]) if some objective in input.subjects.objective
