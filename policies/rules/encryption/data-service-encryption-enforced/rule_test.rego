package planproof.rules.encryption["data-service-encryption-enforced_test"]

import data.planproof.rules.encryption["data-service-encryption-enforced"] as rule

_service(value) := {"kind": "data-service", "id": "infra:a", "name": "a", "facts": {"enforced": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects["data-service"] as [_service(false), _service(true), _service(null)]
	violation == {{
		"kind": "data-service",
		"id": "infra:a",
		"path": ["enforced"],
		"message": "Clients of a may replace its settings, and do without encryption.",
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
		"path": ["enforced"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	subject := {"kind": "data-service", "id": "infra:b", "name": "b", "facts": {"enforced": null}}
	examined := rule.examined with input.subjects["data-service"] as [subject]
	examined == set()
}
