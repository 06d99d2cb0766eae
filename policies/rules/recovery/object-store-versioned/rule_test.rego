package planproof.rules.recovery["object-store-versioned_test"]

import data.planproof.rules.recovery["object-store-versioned"] as rule

_subject(value) := {"kind": "object-store", "id": "infra:a", "name": "a", "facts": {"versioned": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["object-store"] as [_subject(false), _subject(true)]
	violation == {{
		"kind": "object-store",
		"id": "infra:a",
		"path": ["versioned"],
		"message": "Object store a keeps no old versions.",
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
		"path": ["versioned"],
		"reason": "var.x has no value",
	}}
}
