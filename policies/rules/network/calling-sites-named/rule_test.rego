package planproof.rules.network["calling-sites-named_test"]

import data.planproof.rules.network["calling-sites-named"] as rule

_subject(value) := {"kind": "web-app", "id": "infra:a", "name": "a", "facts": {"anyOrigin": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["web-app"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "web-app",
		"id": "infra:a",
		"path": ["anyOrigin"],
		"message": "a lets the pages of every site call it.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["web-app"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["web-app"] as subjects
	undecided == {{
		"kind": "web-app",
		"id": "infra:a",
		"path": ["anyOrigin"],
		"reason": "var.x has no value",
	}}
}
