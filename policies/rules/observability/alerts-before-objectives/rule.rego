# METADATA
# title: Alerts tell before an objective is missed
# description: >-
#   An objective leaves a budget of failures. When every alert fires only at a greater share of failures than that, an
#   objective can be missed without a word; when every alert waits longer than the budget lasts in an outage, it is missed
#   before anyone is told; and requests can be slower than promised while alerts on latency wait for worse. What alerts
#   ask whether something is there at all says nothing of shares.
# custom:
#   severity: warning
#   applies_to: [plan-objective]
#   uses: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, "SI-4(5)"]
#     soc2: [A1.1, CC7.2]
#     iso-27001: [A.8.16]
#   statements:
#     - observability.objectives[]
#   remediation: Alert on how fast the budget burns, 14.4 times in an hour, 6 times in six hours and once in three days.
package planproof.rules.observability["alerts-before-objectives"]

import data.planproof.lib.finding

violation contains finding.about(objective, ["target"], message, _places(alerts)) if {
	some objective in _failing
	alerts := _measuring(objective)
	least := min([alert.facts.limit.value | some alert in alerts])
	budget := _budget(objective)
	least > budget * 1.000001
	message := sprintf("Alerts on %s fire at %v percent of failures and more; the objective leaves %v percent, so up to %v times as many tell nobody.", [
		objective.name, _rounded(least * 100), _rounded(budget * 100),
		_rounded(least / budget),
	])
}

violation contains finding.about(objective, ["target"], message, _places(alerts)) if {
	some objective in _failing
	is_number(objective.facts.windowHours)
	alerts := _alerts(objective)
	count(alerts) > 0
	shortest := min([_waits(alert) | some alert in alerts])
	count([alert | some alert in alerts; _waits(alert)]) == count(alerts)
	lasts := (_budget(objective) * objective.facts.windowHours) * 3600
	shortest >= lasts
	message := sprintf("Alerts on %s wait %v minutes at least; in an outage the objective is missed after %v.", [
		objective.name, _rounded(shortest / 60), _rounded(lasts / 60),
	])
}

violation contains finding.about(objective, ["belowSeconds"], message, _places(alerts)) if {
	some objective in input.subjects["plan-objective"]
	objective.facts.signal == "latency"
	promised := objective.facts.belowSeconds
	is_number(promised)
	promised > 0
	alerts := _measuring(objective)
	least := min([alert.facts.limit.value | some alert in alerts; alert.facts.limit.of == "seconds"])
	least > promised * 1.01
	message := sprintf("Alerts on %s fire above %vs; the objective promises less than %vs.", [
		objective.name, _rounded(least), _rounded(promised),
	])
}

undecided contains finding.undecided(objective, ["alerts"]) if some objective in input.subjects["plan-objective"]

undecided contains finding.undecided_because(objective, ["alerts"], reason) if {
	some objective in input.subjects["plan-objective"]
	some alert in _alerts(objective)
	reason := sprintf("of %s, %s", [alert.name, alert.facts.limit.unknown])
}

examined contains finding.examined(objective) if {
	some objective in input.subjects["plan-objective"]
	count(_alerts(objective)) > 0
}

_failing := [objective |
	some objective in input.subjects["plan-objective"]
	objective.facts.signal in {"availability", "errors"}
	objective.facts.target < 100
]

_budget(objective) := (100 - objective.facts.target) / 100

_alerts(objective) := [alert |
	is_array(objective.facts.alerts)
	some id in objective.facts.alerts
	some alert in _byId[id]
]

_byId[alert.id] contains alert if some alert in input.subjects.alert

# Of all that are on it, those that measure something; none where it is not known what one of them does.
_measuring(objective) := alerts if {
	alerts := [alert | some alert in _alerts(objective); is_object(alert.facts.limit)]
	count(alerts) > 0
	every alert in alerts { alert.facts.limit.of == _of[objective.facts.signal] }
}

_of := {"availability": "failures", "errors": "failures", "latency": "seconds"}

# Alerts on burn rates hold no shorter than their windows anyway.
_waits(alert) := alert.facts.forSeconds if is_number(alert.facts.forSeconds)

_places(alerts) := [finding.place(alerts[0], ["expression"], "The alert is here.")]

_rounded(number) := round(number * 1000) / 1000
