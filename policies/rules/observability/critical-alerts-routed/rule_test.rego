package planproof.rules.observability["critical-alerts-routed_test"]

import data.planproof.rules.observability["critical-alerts-routed"] as rule

_components(facts, coverage) := [{
	"kind": "plan-component", "id": "c", "name": "c",
	"facts": object.union(
		{"criticality": "critical", "type": "service", "coverage": [
			{"signal": "latency", "alerts": ["a"], "routed": true},
			object.union({"signal": "errors", "alerts": ["b"], "routed": true}, coverage),
		]},
		facts,
	),
}]

_violated(facts, coverage) := {one.path |
	some one in rule.violation with input.subjects["plan-component"] as _components(facts, coverage)
}

_undecided(facts, coverage) := {one.path |
	some one in rule.undecided with input.subjects["plan-component"] as _components(facts, coverage)
}

_examined(facts) if count(rule.examined) > 0 with input.subjects["plan-component"] as _components(facts, {})

test_each_signal_is_judged_for_itself if {
	_violated({}, {"routed": false}) == {["coverage", 1, "routed"]}
	_violated({}, {}) == set()
}

test_signals_without_alerts_are_for_another_rule if {
	_violated({}, {"routed": false, "alerts": []}) == set()
	_undecided({}, {"routed": {"unknown": "x"}, "alerts": []}) == set()
	not _examined({"coverage": [{"signal": "errors", "alerts": [], "routed": false}]})
}

test_components_that_are_not_critical_or_not_ours_are_not_examined if {
	_violated({"criticality": "low"}, {"routed": false}) == set()
	_violated({"type": "external"}, {"routed": false}) == set()
	not _examined({"criticality": "low"})
	not _examined({"type": "external"})
	_examined({})
}

test_an_unknown_is_undecided if {
	_undecided({}, {"routed": {"unknown": "x"}}) == {["coverage", 1, "routed"]}
	_violated({}, {"routed": {"unknown": "x"}}) == set()
}
