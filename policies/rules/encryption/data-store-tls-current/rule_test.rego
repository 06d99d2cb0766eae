package planproof.rules.encryption["data-store-tls-current_test"]

import data.planproof.rules.encryption["data-store-tls-current"] as rule

_subject(kind, version) := {"kind": kind, "id": "infra:a", "name": "a", "facts": {"minimumTls": version}}

test_an_outdated_version_is_a_violation if {
	violation := rule.violation with input.subjects as {
		"database": [_subject("database", "1.1"), _subject("database", "1.2")],
		"object-store": [_subject("object-store", "1.0"), _subject("object-store", null)],
	}
	violation == {
		{"kind": "database", "id": "infra:a", "path": ["minimumTls"], "message": "a accepts TLS 1.1."},
		{"kind": "object-store", "id": "infra:a", "path": ["minimumTls"], "message": "a accepts TLS 1.0."},
	}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := {"database": [_subject("database", {"unknown": "var.x has no value"})]}
	violation := rule.violation with input.subjects as subjects
	violation == set()
	undecided := rule.undecided with input.subjects as subjects
	undecided == {{"kind": "database", "id": "infra:a", "path": ["minimumTls"], "reason": "var.x has no value"}}
}
