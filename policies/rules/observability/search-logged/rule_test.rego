package planproof.rules.observability["search-logged_test"]

import data.planproof.rules.observability["search-logged"] as rule

_subject(value) := {"kind": "search-domain", "id": "infra:a", "name": "a", "facts": {"logged": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["search-domain"] as [_subject(false), _subject(true)]
	violation == {{
		"kind": "search-domain",
		"id": "infra:a",
		"path": ["logged"],
		"message": "a keeps none of its logs.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["search-domain"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["search-domain"] as subjects
	undecided == {{
		"kind": "search-domain",
		"id": "infra:a",
		"path": ["logged"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects["search-domain"] as [_subject(null)]
	examined == set()
}
