package planproof.rules.encryption["keys-rotated_test"]

import data.planproof.rules.encryption["keys-rotated"] as rule

_key(provider, days) := {
	"kind": "key",
	"id": "infra:a",
	"name": "a",
	"facts": {"provider": provider, "rotationDays": days},
}

_violation(message) := {"kind": "key", "id": "infra:a", "path": ["rotationDays"], "message": message}

test_a_key_that_never_rotates_is_a_violation if {
	violation := rule.violation with input.subjects.key as [_key("aws", 0), _key("aws", 365), _key("aws", null)]
	violation == {_violation("Key a never rotates.")}
}

test_half_a_year_is_enough_for_aws_and_not_for_google if {
	violation := rule.violation with input.subjects.key as [_key("aws", 180), _key("gcp", 180), _key("gcp", 90)]
	violation == {_violation("Key a rotates every 180 days only.")}
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects.key as [_key("gcp", {"unknown": "var.x has no value"})]
	undecided == {{"kind": "key", "id": "infra:a", "path": ["rotationDays"], "reason": "var.x has no value"}}
}

test_what_has_no_such_thing_is_not_examined if {
	subject := {"kind": "key", "id": "infra:b", "name": "b", "facts": {"rotationDays": null}}
	examined := rule.examined with input.subjects.key as [subject]
	examined == set()
}
