package planproof.rules.encryption["database-encrypted_test"]

import data.planproof.rules.encryption["database-encrypted"] as rule

_database(encrypted) := {"kind": "database", "id": "infra:aws_db_instance.a", "name": "a", "facts": {"encrypted": encrypted}}

test_an_unencrypted_database_is_a_violation if {
	violation := rule.violation with input.subjects.database as [_database(false), _database(true)]
	violation == {{
		"kind": "database",
		"id": "infra:aws_db_instance.a",
		"path": ["encrypted"],
		"message": "Database a is not encrypted at rest.",
	}}
}

test_an_encrypted_database_is_not if {
	violation := rule.violation with input.subjects.database as [_database(true)]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_database({"unknown": "var.encrypt has no value"})]
	violation := rule.violation with input.subjects.database as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.database as subjects
	undecided == {{
		"kind": "database",
		"id": "infra:aws_db_instance.a",
		"path": ["encrypted"],
		"reason": "var.encrypt has no value",
	}}
}
