package planproof.rules.observability["database-logs-exported_test"]

import data.planproof.rules.observability["database-logs-exported"] as rule

_subject(value) := {"kind": "database", "id": "infra:a", "name": "a", "facts": {"logExports": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.database as [_subject([]), _subject(["error"])]
	violation == {{
		"kind": "database",
		"id": "infra:a",
		"path": ["logExports"],
		"message": "Database a exports no logs.",
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
		"path": ["logExports"],
		"reason": "var.x has no value",
	}}
}
