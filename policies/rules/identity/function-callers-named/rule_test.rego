package planproof.rules.identity["function-callers-named_test"]

import data.planproof.rules.identity["function-callers-named"] as rule

_subject(value) := {"kind": "function-access", "id": "infra:a", "name": "a", "facts": {"anyCustomer": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["function-access"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "function-access",
		"id": "infra:a",
		"path": ["anyCustomer"],
		"message": "a leaves open who calls the function.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["function-access"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["function-access"] as subjects
	undecided == {{
		"kind": "function-access",
		"id": "infra:a",
		"path": ["anyCustomer"],
		"reason": "var.x has no value",
	}}
}
