package planproof.rules.observability["burn-alerts-as-planned_test"]

import data.planproof.rules.observability["burn-alerts-as-planned"] as rule

_objective(id, target) := {
	"kind": "plan-objective", "id": id, "name": id,
	"facts": {"component": "shop", "signal": "availability", "target": target, "alerts": ["a"]},
}

_alert := {"kind": "alert", "id": "a", "name": "a", "facts": {"limit": {"of": "failures", "budget": 0.001}}}

_violated(objectives) := {one.id |
	some one in rule.violation with input.subjects as {"plan-objective": objectives, "alert": [_alert]}
}

test_another_budget_is_told if {
	_violated([_objective("o", 99.95)]) == {"o"}
	_violated([_objective("o", 99.9)]) == set()
}

test_an_alert_is_on_one_of_several_objectives if _violated([_objective("o", 99.95), _objective("p", 99.9)]) == set()
