package planproof.rules.identity["registry-password-off_test"]

import data.planproof.rules.identity["registry-password-off"] as rule

_subject(value) := {"kind": "registry", "id": "infra:a", "name": "a", "facts": {"sharedPassword": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.registry as [_subject(true), _subject(false)]
	violation == {{
		"kind": "registry",
		"id": "infra:a",
		"path": ["sharedPassword"],
		"message": "Registry a has its admin account turned on.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.registry as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.registry as subjects
	undecided == {{
		"kind": "registry",
		"id": "infra:a",
		"path": ["sharedPassword"],
		"reason": "var.x has no value",
	}}
}
