package planproof.rules.encryption["database-authority-valid_test"]

import data.planproof.rules.encryption["database-authority-valid"] as rule

_database(authority) := {"kind": "database", "id": "infra:a", "name": "a", "facts": {"authority": authority}}

test_an_authority_that_ended_is_a_violation if {
	violation := rule.violation with input.subjects.database as [_database("rds-ca-2019")] with input.today as "2026-01-01"
	violation == {{
		"kind": "database",
		"id": "infra:a",
		"path": ["authority"],
		"message": "a shows a certificate of rds-ca-2019, which ended on 2024-08-22.",
	}}
}

test_a_current_one_is_none_and_the_default_not_examined if {
	violation := rule.violation with input.subjects.database as [_database("rds-ca-rsa2048-g1"), _database(null)]
		with input.today as "2026-01-01"
	violation == set()
	examined := rule.examined with input.subjects.database as [_database(null)]
	examined == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects.database as [_database({"unknown": "var.x has no value"})]
	undecided == {{
		"kind": "database",
		"id": "infra:a",
		"path": ["authority"],
		"reason": "var.x has no value",
	}}
}
