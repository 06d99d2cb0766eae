package planproof.rules.workload["database-features-off_test"]

import data.planproof.rules.workload["database-features-off"] as rule

_database(settings) := {"kind": "database", "id": "infra:a", "name": "a", "facts": {"riskySettings": settings}}

test_a_risky_setting_is_a_violation if {
	violation := rule.violation with input.subjects.database as [_database(["local_infile"]), _database([])]
	violation == {{
		"kind": "database",
		"id": "infra:a",
		"path": ["riskySettings"],
		"message": "a has local_infile turned on.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects.database as [_database({"unknown": "var.x has no value"})]
	undecided == {{
		"kind": "database",
		"id": "infra:a",
		"path": ["riskySettings"],
		"reason": "var.x has no value",
	}}
}
