package planproof.rules.encryption["data-service-encrypted_test"]

import data.planproof.rules.encryption["data-service-encrypted"] as rule

_service(value) := {"kind": "data-service", "id": "infra:a", "name": "a", "facts": {"encrypted": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects["data-service"] as [_service(false), _service(true), _service(null)]
	violation == {{
		"kind": "data-service",
		"id": "infra:a",
		"path": ["encrypted"],
		"message": "Not all that a stores is set to be encrypted.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_service({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["data-service"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["data-service"] as subjects
	undecided == {{
		"kind": "data-service",
		"id": "infra:a",
		"path": ["encrypted"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	subject := {"kind": "data-service", "id": "infra:b", "name": "b", "facts": {"encrypted": null}}
	examined := rule.examined with input.subjects["data-service"] as [subject]
	examined == set()
}
