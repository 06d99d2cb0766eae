package planproof.rules.identity["cluster-legacy-login-off_test"]

import data.planproof.rules.identity["cluster-legacy-login-off"] as rule

_subject(value) := {"kind": "cluster", "id": "infra:a", "name": "a", "facts": {"legacyLogin": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.cluster as [_subject(true), _subject(false)]
	violation == {{
		"kind": "cluster",
		"id": "infra:a",
		"path": ["legacyLogin"],
		"message": "a lets one log in with a password or certificate of its own.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.cluster as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.cluster as subjects
	undecided == {{
		"kind": "cluster",
		"id": "infra:a",
		"path": ["legacyLogin"],
		"reason": "var.x has no value",
	}}
}
