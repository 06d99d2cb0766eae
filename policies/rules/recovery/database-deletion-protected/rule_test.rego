package planproof.rules.recovery["database-deletion-protected_test"]

import data.planproof.rules.recovery["database-deletion-protected"] as rule

_subject(value) := {"kind": "database", "id": "infra:a", "name": "a", "facts": {"replica": false, "deletionProtection": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.database as [_subject(false), _subject(null)]
	violation == {{
		"kind": "database",
		"id": "infra:a",
		"path": ["deletionProtection"],
		"message": "Database a has no deletion protection.",
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
		"path": ["deletionProtection"],
		"reason": "var.x has no value",
	}}
}
