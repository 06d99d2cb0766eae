package planproof.rules.plan["budget-sufficient_test"]

import data.planproof.rules.plan["budget-sufficient"] as rule

_violated(budgeted, estimate) := {one.path |
	some one in rule.violation with input.subjects as {
		"plan": [{
			"kind": "plan", "id": "plan", "name": "plan",
			"facts": {"budget": {"monthly": [{"environment": "e", "limit": 100, "estimate": estimate}]}},
		}],
		"plan-environment": [{"kind": "plan-environment", "id": "e", "name": "e", "facts": {"budgeted": budgeted}}],
	}
}

test_each_environment_has_a_budget if {
	_violated(false, 50) == {["budgeted"]}
	_violated(true, 50) == set()
}

test_an_estimate_is_within_its_limit if {
	_violated(true, 101) == {["budget", "monthly", 0, "estimate"]}
	_violated(true, 100) == set()
	_violated(true, null) == set()
}
