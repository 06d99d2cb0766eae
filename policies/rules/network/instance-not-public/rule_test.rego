package planproof.rules.network["instance-not-public_test"]

import data.planproof.rules.network["instance-not-public"] as rule

_subject(value) := {"kind": "instance", "id": "infra:a", "name": "a", "facts": {"public": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.instance as [_subject(true), _subject(false)]
	violation == {{
		"kind": "instance",
		"id": "infra:a",
		"path": ["public"],
		"message": "Instance a gets a public address.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.instance as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.instance as subjects
	undecided == {{
		"kind": "instance",
		"id": "infra:a",
		"path": ["public"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects.instance as [_subject(null)]
	examined == set()
}
