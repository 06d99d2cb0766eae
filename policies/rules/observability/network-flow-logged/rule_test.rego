package planproof.rules.observability["network-flow-logged_test"]

import data.planproof.rules.observability["network-flow-logged"] as rule

_subject(value) := {"kind": "network", "id": "infra:a", "name": "a", "facts": {"flowLogged": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.network as [_subject(false), _subject(true)]
	violation == {{
		"kind": "network",
		"id": "infra:a",
		"path": ["flowLogged"],
		"message": "Network a does not record its connections.",
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
		"path": ["flowLogged"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects.network as [_subject(null)]
	examined == set()
}
