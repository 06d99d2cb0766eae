package planproof.rules.observability["brokers-logged_test"]

import data.planproof.rules.observability["brokers-logged"] as rule

_subject(value) := {"kind": "queue", "id": "infra:a", "name": "a", "facts": {"logged": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.queue as [_subject(false), _subject(true)]
	violation == {{
		"kind": "queue",
		"id": "infra:a",
		"path": ["logged"],
		"message": "a keeps nothing of what its brokers log.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.queue as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.queue as subjects
	undecided == {{
		"kind": "queue",
		"id": "infra:a",
		"path": ["logged"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects.queue as [_subject(null)]
	examined == set()
}
