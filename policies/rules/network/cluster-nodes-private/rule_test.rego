package planproof.rules.network["cluster-nodes-private_test"]

import data.planproof.rules.network["cluster-nodes-private"] as rule

_subject(value) := {"kind": "cluster", "id": "infra:a", "name": "a", "facts": {"privateNodes": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.cluster as [_subject(false), _subject(true)]
	violation == {{
		"kind": "cluster",
		"id": "infra:a",
		"path": ["privateNodes"],
		"message": "Nodes of a have addresses of the internet.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.cluster as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.cluster as subjects
	undecided == {{
		"kind": "cluster",
		"id": "infra:a",
		"path": ["privateNodes"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects.cluster as [_subject(null)]
	examined == set()
}
