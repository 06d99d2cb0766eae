package planproof.rules.network["function-not-public_test"]

import data.planproof.rules.network["function-not-public"] as rule

_subject(value) := {"kind": "function-access", "id": "infra:a", "name": "a", "facts": {"anyone": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["function-access"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "function-access",
		"id": "infra:a",
		"path": ["anyone"],
		"message": "a lets anyone on the internet call.",
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
		"path": ["anyone"],
		"reason": "var.x has no value",
	}}
}
