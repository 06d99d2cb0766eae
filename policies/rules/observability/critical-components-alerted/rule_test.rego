package planproof.rules.observability["critical-components-alerted_test"]

import data.planproof.rules.observability["critical-components-alerted"] as rule

_components(facts) := [{
	"kind": "plan-component", "id": "c", "name": "c",
	"facts": object.union({"criticality": "critical", "type": "service", "coverage": []}, facts),
}]

_coverage(alerts) := {"coverage": [{"signal": "errors", "alerts": alerts}]}

_violated(facts) if count(rule.violation) > 0 with input.subjects["plan-component"] as _components(facts)

_undecided(facts) := {one.path | some one in rule.undecided with input.subjects["plan-component"] as _components(facts)}

_examined(facts) if count(rule.examined) > 0 with input.subjects["plan-component"] as _components(facts)

test_a_signal_that_nobody_is_alerted_on_is_a_violation if {
	_violated(_coverage([]))
	not _violated(_coverage(["a"]))
}

test_components_that_are_not_critical_or_not_ours_are_not_examined if {
	not _violated(object.union(_coverage([]), {"criticality": "low"}))
	not _violated(object.union(_coverage([]), {"type": "external"}))
	not _examined(object.union(_coverage([]), {"type": "external"}))
	_examined(_coverage([]))
	not _examined({})
}

test_unknown_alerts_are_undecided if {
	_undecided(_coverage({"unknown": "x"})) == {["coverage", 0, "alerts"]}
	not _violated(_coverage({"unknown": "x"}))
}

test_a_violation_points_at_both_statements_that_ask_for_it if {
	some one in rule.violation with input.subjects as {
		"plan-component": _components(_coverage([])),
		"plan": [{"kind": "plan", "id": "p", "name": "p", "facts": {"signals": ["errors"]}}],
	}
	[[place.kind, place.path] | some place in one.related] == [["plan-component", ["criticality"]], ["plan", ["signals"]]]
}
