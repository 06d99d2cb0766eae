package planproof.rules.network["subnet-not-public-by-default_test"]

import data.planproof.rules.network["subnet-not-public-by-default"] as rule

_subject(value) := {"kind": "network", "id": "infra:a", "name": "a", "facts": {"publicByDefault": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.network as [_subject(true), _subject(false)]
	violation == {{
		"kind": "network",
		"id": "infra:a",
		"path": ["publicByDefault"],
		"message": "Subnet a gives public addresses to whatever starts in it.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.network as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.network as subjects
	undecided == {{
		"kind": "network",
		"id": "infra:a",
		"path": ["publicByDefault"],
		"reason": "var.x has no value",
	}}
}
