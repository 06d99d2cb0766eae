package planproof.rules.identity["first-password-changed_test"]

import data.planproof.rules.identity["first-password-changed"] as rule

_subject(value) := {"kind": "user-grant", "id": "infra:a", "name": "a", "facts": {"keepsPassword": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["user-grant"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "user-grant",
		"id": "infra:a",
		"path": ["keepsPassword"],
		"message": "a lets the user keep the password that they are given.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["user-grant"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["user-grant"] as subjects
	undecided == {{
		"kind": "user-grant",
		"id": "infra:a",
		"path": ["keepsPassword"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects["user-grant"] as [_subject(null)]
	examined == set()
}
