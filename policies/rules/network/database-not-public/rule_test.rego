package planproof.rules.network["database-not-public_test"]

import data.planproof.rules.network["database-not-public"] as rule

_subject(value) := {"kind": "database", "id": "infra:a", "name": "a", "facts": {"public": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.database as [_subject(true), _subject(false)]
	violation == {{
		"kind": "database",
		"id": "infra:a",
		"path": ["public"],
		"message": "Database a has a public address.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.database as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.database as subjects
	undecided == {{
		"kind": "database",
		"id": "infra:a",
		"path": ["public"],
		"reason": "var.x has no value",
	}}
}
