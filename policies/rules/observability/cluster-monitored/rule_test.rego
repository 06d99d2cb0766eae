package planproof.rules.observability["cluster-monitored_test"]

import data.planproof.rules.observability["cluster-monitored"] as rule

_subject(value) := {"kind": "cluster", "id": "infra:a", "name": "a", "facts": {"monitored": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.cluster as [_subject(false), _subject(true)]
	violation == {{
		"kind": "cluster",
		"id": "infra:a",
		"path": ["monitored"],
		"message": "Cluster a collects no metrics of its containers.",
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
		"path": ["monitored"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects.cluster as [_subject(null)]
	examined == set()
}
