package planproof.rules.plan["budgets-as-planned_test"]

import data.planproof.rules.plan["budgets-as-planned"] as rule

_plan := {
	"kind": "plan",
	"id": "deployment-plan.yaml",
	"name": "Shop",
	"facts": {"budget": {"currency": "EUR", "monthly": [{"environment": "production", "limit": 1000}]}},
}

_budget(id, facts) := {
	"kind": "budget",
	"id": id,
	"name": id,
	"environment": "production",
	"facts": object.union(
		{"limit": 1000, "currency": "EUR", "period": "month", "partial": false, "notified": ["costs@shop.example"]},
		facts,
	),
}

_above(id, message) := {
	"kind": "budget",
	"id": id,
	"path": ["limit"],
	"message": message,
	"related": [{
		"kind": "plan",
		"id": "deployment-plan.yaml",
		"path": ["budget", "monthly", 0, "limit"],
		"message": "The plan's limit is here",
	}],
}

test_a_limit_above_the_plan_is_a_violation_whatever_its_period if {
	budgets := [_budget("month", {"limit": 1001}), _budget("year", {"limit": 24000, "period": "year"})]
	violation := rule.violation with input.subjects as {"plan": [_plan], "budget": budgets, "plan-environment": []}
	violation == {
		_above("month", "Budget month allows 1001 a month, above the 1000 planned for production."),
		_above("year", "Budget year allows 2000 a month, above the 1000 planned for production."),
	}
}

test_a_second_step_above_a_budget_of_the_same_costs_is_none if {
	budgets := [_budget("first", {}), _budget("second", {"limit": 1500})]
	violation := rule.violation with input.subjects as {"plan": [_plan], "budget": budgets, "plan-environment": []}
	violation == set()
}

test_a_budget_of_a_part_does_not_stand_for_the_whole if {
	budgets := [_budget("part", {"limit": 100, "partial": true}), _budget("whole", {"limit": 1500})]
	violation := rule.violation with input.subjects as {"plan": [_plan], "budget": budgets, "plan-environment": []}
	violation == {_above("whole", "Budget whole allows 1500 a month, above the 1000 planned for production.")}
}

test_currencies_are_not_compared if {
	budgets := [_budget("dollars", {"limit": 1001, "currency": "USD"})]
	subjects := {"plan": [_plan], "budget": budgets, "plan-environment": []}
	violation := rule.violation with input.subjects as subjects
	violation == set()
	undecided := rule.undecided with input.subjects as subjects
	undecided == {{
		"kind": "budget",
		"id": "dollars",
		"path": ["currency"],
		"reason": "the plan counts in EUR, and the budget in USD",
	}}
}

test_an_environment_without_a_budget_is_judged_where_others_have_one if {
	environment := {
		"kind": "plan-environment",
		"id": "staging",
		"name": "staging",
		"facts": {"budgeted": true, "foundStacks": ["staging"]},
	}
	violation := rule.violation with input.subjects as {
		"plan": [_plan],
		"budget": [_budget("month", {})],
		"plan-environment": [environment],
	}
	violation == {{
		"kind": "plan-environment",
		"id": "staging",
		"path": ["budgeted"],
		"message": "Environment staging is provisioned without the budget that other environments have.",
	}}
	none := rule.violation with input.subjects as {"plan": [_plan], "budget": [], "plan-environment": [environment]}
	none == set()
}
