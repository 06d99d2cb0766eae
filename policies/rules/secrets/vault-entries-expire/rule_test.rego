package planproof.rules.secrets["vault-entries-expire_test"]

import data.planproof.rules.secrets["vault-entries-expire"] as rule

_entry(value) := {"kind": "key", "id": "infra:a", "name": "a", "facts": {"expires": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects.key as [_entry(false), _entry(true), _entry(null)]
	violation == {{
		"kind": "key",
		"id": "infra:a",
		"path": ["expires"],
		"message": "a never expires.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_entry({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.key as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.key as subjects
	undecided == {{
		"kind": "key",
		"id": "infra:a",
		"path": ["expires"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	subject := {"kind": "key", "id": "infra:b", "name": "b", "facts": {"expires": null}}
	examined := rule.examined with input.subjects.key as [subject]
	examined == set()
}
