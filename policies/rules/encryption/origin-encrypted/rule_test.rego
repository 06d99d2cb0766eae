package planproof.rules.encryption["origin-encrypted_test"]

import data.planproof.rules.encryption["origin-encrypted"] as rule

_subject(value) := {"kind": "gateway", "id": "infra:a", "name": "a", "facts": {"originEncrypted": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.gateway as [_subject(false), _subject(true)]
	violation == {{
		"kind": "gateway",
		"id": "infra:a",
		"path": ["originEncrypted"],
		"message": "a fetches over plain HTTP.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.gateway as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.gateway as subjects
	undecided == {{
		"kind": "gateway",
		"id": "infra:a",
		"path": ["originEncrypted"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects.gateway as [_subject(null)]
	examined == set()
}
