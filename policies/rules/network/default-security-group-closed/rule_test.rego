package planproof.rules.network["default-security-group-closed_test"]

import data.planproof.rules.network["default-security-group-closed"] as rule

_subject(value) := {"kind": "network", "id": "infra:a", "name": "a", "facts": {"defaultGroupOpen": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.network as [_subject(true), _subject(false)]
	violation == {{
		"kind": "network",
		"id": "infra:a",
		"path": ["defaultGroupOpen"],
		"message": "The default security group of a allows traffic.",
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
		"path": ["defaultGroupOpen"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects.network as [_subject(null)]
	examined == set()
}
