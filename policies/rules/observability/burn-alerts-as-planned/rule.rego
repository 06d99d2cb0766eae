# METADATA
# title: Alerts on burn rates count the planned budget
# description: >-
#   An alert on a burn rate compares failures with a multiple of what the objective leaves. Where it counts with another
#   objective than the plan promises, it tells of other trouble than the one that breaks the promise.
# custom:
#   severity: warning
#   applies_to: [plan-objective]
#   uses: [plan-objective, alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [A1.1, CC7.2]
#     iso-27001: [A.8.16]
#   statements:
#     - observability.objectives[]
#   remediation: Write the budget of the planned objective in the alert, or correct the target in the plan.
package planproof.rules.observability["burn-alerts-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(objective, ["target"], message, [finding.place(alert, ["expression"], "The alert is here.")]) if {
	some [objective, alert] in _burning
	every planned in _planned[objective.facts.component] { not _near(alert.facts.limit.budget, planned) }
	message := sprintf("%s counts a budget of %v percent; %s is planned at %v percent.", [
		alert.name, round(alert.facts.limit.budget * 1000000) / 10000,
		objective.name, objective.facts.target,
	])
}

undecided contains finding.undecided(objective, ["alerts"]) if some objective in _objectives

examined contains finding.examined(objective) if some [objective, _] in _burning

_objectives := [objective |
	some objective in input.subjects["plan-objective"]
	objective.facts.signal in {"availability", "errors"}
]

_burning := [[objective, alert] |
	some objective in _objectives
	is_array(objective.facts.alerts)
	some alert in input.subjects.alert
	is_object(alert.facts.limit)
	is_number(alert.facts.limit.budget)
	alert.id in objective.facts.alerts
]

# A component may promise several things, and an alert is on one of them.
_planned[objective.facts.component] contains (100 - objective.facts.target) / 100 if some objective in _objectives

_near(one, other) if abs(one - other) <= other / 1000
