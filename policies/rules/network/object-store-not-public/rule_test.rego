package planproof.rules.network["object-store-not-public_test"]

import data.planproof.rules.network["object-store-not-public"] as rule

_subject(value) := {"kind": "object-store", "id": "infra:a", "name": "a", "facts": {"public": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["object-store"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "object-store",
		"id": "infra:a",
		"path": ["public"],
		"message": "Object store a is readable or writable by anyone.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["object-store"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["object-store"] as subjects
	undecided == {{
		"kind": "object-store",
		"id": "infra:a",
		"path": ["public"],
		"reason": "var.x has no value",
	}}
}
