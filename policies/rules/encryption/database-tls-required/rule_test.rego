package planproof.rules.encryption["database-tls-required_test"]

import data.planproof.rules.encryption["database-tls-required"] as rule

_subject(value) := {"kind": "database", "id": "infra:a", "name": "a", "facts": {"tlsRequired": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.database as [_subject(false), _subject(null)]
	violation == {{
		"kind": "database",
		"id": "infra:a",
		"path": ["tlsRequired"],
		"message": "Database a takes unencrypted connections.",
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
		"path": ["tlsRequired"],
		"reason": "var.x has no value",
	}}
}
