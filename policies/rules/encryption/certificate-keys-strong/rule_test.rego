package planproof.rules.encryption["certificate-keys-strong_test"]

import data.planproof.rules.encryption["certificate-keys-strong"] as rule

_subject(value) := {"kind": "certificate", "id": "infra:a", "name": "a", "facts": {"weakKey": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.certificate as [_subject(true), _subject(false)]
	violation == {{
		"kind": "certificate",
		"id": "infra:a",
		"path": ["weakKey"],
		"message": "a has a key that can be broken.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.certificate as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.certificate as subjects
	undecided == {{
		"kind": "certificate",
		"id": "infra:a",
		"path": ["weakKey"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects.certificate as [_subject(null)]
	examined == set()
}
