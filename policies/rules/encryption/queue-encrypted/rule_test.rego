package planproof.rules.encryption["queue-encrypted_test"]

import data.planproof.rules.encryption["queue-encrypted"] as rule

_queue(value) := {"kind": "queue", "id": "infra:a", "name": "a", "facts": {"encrypted": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects.queue as [_queue(false), _queue(true), _queue(null)]
	violation == {{
		"kind": "queue",
		"id": "infra:a",
		"path": ["encrypted"],
		"message": "Messages in a are not encrypted at rest.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_queue({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.queue as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.queue as subjects
	undecided == {{
		"kind": "queue",
		"id": "infra:a",
		"path": ["encrypted"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	subject := {"kind": "queue", "id": "infra:b", "name": "b", "facts": {"encrypted": null}}
	examined := rule.examined with input.subjects.queue as [subject]
	examined == set()
}
