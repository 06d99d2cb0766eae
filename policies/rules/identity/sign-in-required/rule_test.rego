package planproof.rules.identity["sign-in-required_test"]

import data.planproof.rules.identity["sign-in-required"] as rule

_subject(value) := {"kind": "sign-in", "id": "infra:a", "name": "a", "facts": {"anonymous": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["sign-in"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "sign-in",
		"id": "infra:a",
		"path": ["anonymous"],
		"message": "a gives credentials to whoever asks.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["sign-in"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["sign-in"] as subjects
	undecided == {{
		"kind": "sign-in",
		"id": "infra:a",
		"path": ["anonymous"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects["sign-in"] as [_subject(null)]
	examined == set()
}
