package planproof.rules.network["data-services-not-public_test"]

import data.planproof.rules.network["data-services-not-public"] as rule

_subject(value) := {"kind": "queue", "id": "infra:a", "name": "a", "facts": {"public": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects.queue as [_subject(true), _subject(false), _subject(null)]
	violation == {{
		"kind": "queue",
		"id": "infra:a",
		"path": ["public"],
		"message": "a is joined to the internet.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.queue as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.queue as subjects
	undecided == {{
		"kind": "queue",
		"id": "infra:a",
		"path": ["public"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	subject := {"kind": "queue", "id": "infra:b", "name": "b", "facts": {"public": null}}
	examined := rule.examined with input.subjects.queue as [subject]
	examined == set()
}
