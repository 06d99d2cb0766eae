package planproof.rules.encryption["disk-machine-encrypted_test"]

import data.planproof.rules.encryption["disk-machine-encrypted"] as rule

_disk(value) := {"kind": "disk", "id": "infra:a", "name": "a", "facts": {"machineEncrypted": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects.disk as [_disk(false), _disk(true), _disk(null)]
	violation == {{
		"kind": "disk",
		"id": "infra:a",
		"path": ["machineEncrypted"],
		"message": "a goes without encryption by the machine.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_disk({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.disk as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.disk as subjects
	undecided == {{
		"kind": "disk",
		"id": "infra:a",
		"path": ["machineEncrypted"],
		"reason": "var.x has no value",
	}}
}
