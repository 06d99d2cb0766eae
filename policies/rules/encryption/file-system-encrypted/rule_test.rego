package planproof.rules.encryption["file-system-encrypted_test"]

import data.planproof.rules.encryption["file-system-encrypted"] as rule

_file_system(value) := {"kind": "file-system", "id": "infra:a", "name": "a", "facts": {"encrypted": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects["file-system"] as [_file_system(false), _file_system(true), _file_system(null)]
	violation == {{
		"kind": "file-system",
		"id": "infra:a",
		"path": ["encrypted"],
		"message": "File system a is not encrypted at rest.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_file_system({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["file-system"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["file-system"] as subjects
	undecided == {{
		"kind": "file-system",
		"id": "infra:a",
		"path": ["encrypted"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	subject := {"kind": "file-system", "id": "infra:b", "name": "b", "facts": {"encrypted": null}}
	examined := rule.examined with input.subjects["file-system"] as [subject]
	examined == set()
}
