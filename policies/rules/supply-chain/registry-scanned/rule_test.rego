package planproof.rules["supply-chain"]["registry-scanned_test"]

import data.planproof.rules["supply-chain"]["registry-scanned"] as rule

_subject(value) := {"kind": "registry", "id": "infra:a", "name": "a", "facts": {"scanned": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.registry as [_subject(false), _subject(true)]
	violation == {{
		"kind": "registry",
		"id": "infra:a",
		"path": ["scanned"],
		"message": "Repository a does not scan images that are pushed.",
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
		"path": ["scanned"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects.registry as [_subject(null)]
	examined == set()
}
