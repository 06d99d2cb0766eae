package planproof.rules.encryption["file-system-encrypted-in-transit_test"]

import data.planproof.rules.encryption["file-system-encrypted-in-transit"] as rule

_mount(value) := {"kind": "file-system", "id": "infra:a", "name": "a", "facts": {"encryptedInTransit": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects["file-system"] as [_mount(false), _mount(true), _mount(null)]
	violation == {{
		"kind": "file-system",
		"id": "infra:a",
		"path": ["encryptedInTransit"],
		"message": "a mounts a file system without encryption in transit.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_mount({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["file-system"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["file-system"] as subjects
	undecided == {{
		"kind": "file-system",
		"id": "infra:a",
		"path": ["encryptedInTransit"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	subject := {"kind": "file-system", "id": "infra:b", "name": "b", "facts": {"encryptedInTransit": null}}
	examined := rule.examined with input.subjects["file-system"] as [subject]
	examined == set()
}
