package planproof.rules.observability["critical-alerts-explained_test"]

import data.planproof.rules.observability["critical-alerts-explained"] as rule

_components(facts, coverage) := [{
	"kind": "plan-component", "id": "c", "name": "c",
	"facts": object.union(
		{"criticality": "critical", "type": "service", "coverage": [
			{"signal": "latency", "alerts": ["a"], "runbook": true},
			object.union({"signal": "errors", "alerts": ["b"], "runbook": true}, coverage),
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
	_violated({}, {"runbook": false}) == {["coverage", 1, "runbook"]}
	_violated({}, {}) == set()
}

test_signals_without_alerts_are_for_another_rule if {
	_violated({}, {"runbook": false, "alerts": []}) == set()
	_undecided({}, {"runbook": {"unknown": "x"}, "alerts": []}) == set()
	not _examined({"coverage": [{"signal": "errors", "alerts": [], "runbook": false}]})
}

test_components_that_are_not_critical_or_not_ours_are_not_examined if {
	_violated({"criticality": "low"}, {"runbook": false}) == set()
	_violated({"type": "external"}, {"runbook": false}) == set()
	not _examined({"criticality": "low"})
	not _examined({"type": "external"})
	_examined({})
}

test_an_unknown_is_undecided if {
	_undecided({}, {"runbook": {"unknown": "x"}}) == {["coverage", 1, "runbook"]}
	_violated({}, {"runbook": {"unknown": "x"}}) == set()
}
