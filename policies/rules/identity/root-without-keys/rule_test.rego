package planproof.rules.identity["root-without-keys_test"]

import data.planproof.rules.identity["root-without-keys"] as rule

_subject(value) := {"kind": "user-grant", "id": "infra:a", "name": "a", "facts": {"rootKey": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["user-grant"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "user-grant",
		"id": "infra:a",
		"path": ["rootKey"],
		"message": "a makes a key of the root user.",
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
		"path": ["rootKey"],
		"reason": "var.x has no value",
	}}
}
