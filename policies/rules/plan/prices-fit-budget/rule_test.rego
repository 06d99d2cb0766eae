package planproof.rules.plan["prices-fit-budget_test"]

import data.planproof.rules.plan["prices-fit-budget"] as rule

_subjects(priced) := {"plan": [{
	"kind": "plan",
	"id": "plan",
	"name": "plan",
	"facts": {"budget": {"monthly": [{"environment": "e", "limit": 100, "priced": priced}]}},
}]}

_priced(total, unpriced) := {"total": total, "arithmetic": "a 1 × 1 = 1", "unpriced": unpriced}

_paths(answers) := {answer.path | some answer in answers}

_limit := ["budget", "monthly", 0, "limit"]

test_a_sum_above_the_limit_is_a_violation_whatever_else_has_no_price if {
	some unpriced in [[], ["s3"]]
	violation := rule.violation with input.subjects as _subjects(_priced(100.5, unpriced))
	_paths(violation) == {_limit}
	undecided := rule.undecided with input.subjects as _subjects(_priced(100.5, unpriced))
	undecided == set()
}

test_a_sum_within_the_limit_decides_only_where_everything_has_a_price if {
	all := _subjects(_priced(100, []))
	violation := rule.violation with input.subjects as all
	violation == set()
	undecided := rule.undecided with input.subjects as all
	undecided == set()
	rest := rule.undecided with input.subjects as _subjects(_priced(100, ["s3"]))
	_paths(rest) == {_limit}
}

test_nothing_is_examined_without_prices if {
	examined := rule.examined with input.subjects as _subjects(null)
	examined == set()
}
