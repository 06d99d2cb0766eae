# METADATA
# title: Alerts fire at the planned limits
# description: >-
#   The plan says above or below which value someone is told. An alert with another limit tells too late, or so often that
#   nobody listens. Only limits that end an expression as a plain number are held against the plan; the units of the two
#   may differ, percent and parts of one, seconds and milliseconds.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, "SI-4(5)"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   statements:
#     - observability.alerts[].above
#     - observability.alerts[].below
#   remediation: Write the planned limit in the alert, or correct the limit in the plan.
package planproof.rules.observability["alert-limits-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(plan, ["monitoring", "thresholds", i, side], message, [place]) if {
	some [plan, i, planned, side] in _stated
	alerts := _alerts(planned)
	count(alerts) > 0
	every alert in alerts { _limit(alert) }
	every alert in alerts { not _agrees(planned, side, _limit(alert)) }
	message := sprintf("Alerts on %s of %s fire %s; the plan says %s %v%s.", [
		planned.signal, _what(planned),
		concat(" and ", {_written(alert) | some alert in alerts}), side, planned[side], _unit(planned),
	])
	place := finding.place(alerts[0], ["expression"], "The alert is here.")
}

undecided contains finding.undecided_because(plan, ["monitoring", "thresholds", i, side], reason) if {
	some [plan, i, planned, side] in _stated
	alerts := _alerts(planned)
	every alert in alerts { not _plainly(planned, side, alert) }
	some alert in alerts
	not _limit(alert)
	reason := sprintf("the expression of %s does not end in a plain limit", [alert.name])
}

examined contains finding.examined(plan) if {
	some [plan, _, planned, _] in _stated
	count(_alerts(planned)) > 0
}

_stated := [[plan, i, planned, side] |
	some plan in input.subjects.plan
	some i, planned in plan.facts.monitoring.thresholds
	some side in ["above", "below"]
	is_number(planned[side])
]

_what(planned) := planned.component if planned.environment == null

_what(planned) := sprintf("%s in %s", [planned.component, planned.environment]) if is_string(planned.environment)

_alerts(planned) := [alert |
	is_array(planned.alerts)
	some alert in input.subjects.alert
	alert.id in planned.alerts
]

# The comparison at the end, `> 0.01`; one in the middle is a condition beside it.
_limit(alert) := [sign, to_number(number)] if {
	is_string(alert.facts.expression)
	[[_, sign, number]] := regex.find_all_string_submatch_n(`([<>])=?\s*(?:bool\s+)?([0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?)\s*$`, alert.facts.expression, 1)
}

_plainly(planned, side, alert) if _agrees(planned, side, _limit(alert))

_agrees(planned, "above", [">", number]) if _near(_values(planned, planned.above), number)

_agrees(planned, "below", ["<", number]) if _near(_values(planned, planned.below), number)

# Few errors are many successes.
_agrees(planned, "above", ["<", number]) if {
	planned.unit == "percent"
	_near([100 - planned.above, 1 - (planned.above / 100)], number)
}

_agrees(planned, "below", [">", number]) if {
	planned.unit == "percent"
	_near([100 - planned.below, 1 - (planned.below / 100)], number)
}

_near(values, number) if {
	some value in values
	abs(value - number) <= abs(value) / 1000000
}

_scales := {"percent": [1, 0.01], "milliseconds": [1, 0.001], "seconds": [1, 1000]}

_values(planned, value) := [scaled | some scale in object.get(_scales, planned.unit, [1]); scaled := value * scale] if is_string(planned.unit)

_values(planned, value) := [value, value / 100, value / 1000] if planned.unit == null

_written(alert) := sprintf("%s %v", [{">": "above", "<": "below"}[sign], number]) if [sign, number] := _limit(alert)

_unit(planned) := sprintf(" %s", [planned.unit]) if is_string(planned.unit)

_unit(planned) := "" if planned.unit == null
