package planproof.rules.identity["rights-through-groups_test"]

import data.planproof.rules.identity["rights-through-groups"] as rule

_subject(value) := {"kind": "user-grant", "id": "infra:a", "name": "a", "facts": {"rights": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["user-grant"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "user-grant",
		"id": "infra:a",
		"path": ["rights"],
		"message": "Rights are given to a user itself by a.",
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
		"path": ["rights"],
		"reason": "var.x has no value",
	}}
}
