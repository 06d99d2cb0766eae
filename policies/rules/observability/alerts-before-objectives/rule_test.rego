package planproof.rules.observability["alerts-before-objectives_test"]

import data.planproof.rules.observability["alerts-before-objectives"] as rule

_objective(facts) := {
	"kind": "plan-objective", "id": "o", "name": "shop availability",
	"facts": object.union(
		{"signal": "availability", "target": 99.9, "windowHours": 720, "belowSeconds": null, "alerts": ["a", "b"]},
		facts,
	),
}

_alert(id, limit, seconds) := {
	"kind": "alert", "id": id, "name": id,
	"facts": {"limit": limit, "forSeconds": seconds},
}

_failures(value) := {"of": "failures", "value": value}

_violated(objective, alerts) := count({one |
	some one in rule.violation with input.subjects as {"plan-objective": [objective], "alert": alerts}
})

test_the_most_tolerant_alert_decides if {
	_violated(_objective({}), [_alert("a", _failures(0.05), 0), _alert("b", _failures(0.01), 0)]) == 1
	_violated(_objective({}), [_alert("a", _failures(0.05), 0), _alert("b", _failures(0.001), 0)]) == 0
}

test_what_asks_whether_something_is_there_says_nothing_of_shares if {
	_violated(_objective({}), [_alert("a", null, 0), _alert("b", null, 0)]) == 0
	_violated(_objective({}), [_alert("a", null, 0), _alert("b", _failures(0.01), 0)]) == 1
}

test_an_alert_that_is_not_understood_may_be_the_one_that_tells if {
	unknown := {"unknown": "why"}
	alerts := [_alert("a", _failures(0.05), 0), _alert("b", unknown, 0)]
	_violated(_objective({}), alerts) == 0
	count(rule.undecided) == 1 with input.subjects as {"plan-objective": [_objective({})], "alert": alerts}
}

test_every_alert_must_wait_too_long if {
	_violated(_objective({}), [_alert("a", null, 3600), _alert("b", null, 7200)]) == 1
	_violated(_objective({}), [_alert("a", null, 3600), _alert("b", null, 60)]) == 0
	_violated(_objective({"windowHours": null}), [_alert("a", null, 3600), _alert("b", null, 7200)]) == 0
	_violated(_objective({}), [_alert("a", null, 3600), _alert("b", null, {"unknown": "why"})]) == 0
}

test_an_objective_that_leaves_nothing_is_for_another_rule if {
	_violated(_objective({"target": 100}), [_alert("a", null, 3600), _alert("b", _failures(0.1), 3600)]) == 0
}

test_latency_is_held_against_what_is_promised if {
	slow := {"signal": "latency", "belowSeconds": 0.3}
	seconds := {"of": "seconds", "value": 0.5}
	_violated(_objective(slow), [_alert("a", seconds, 0)]) == 1
	_violated(_objective(object.union(slow, {"belowSeconds": 0.5})), [_alert("a", seconds, 0)]) == 0
	_violated(_objective(object.union(slow, {"belowSeconds": null})), [_alert("a", seconds, 0)]) == 0
}
