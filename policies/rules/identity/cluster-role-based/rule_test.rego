package planproof.rules.identity["cluster-role-based_test"]

import data.planproof.rules.identity["cluster-role-based"] as rule

_subject(value) := {"kind": "cluster", "id": "infra:a", "name": "a", "facts": {"roleBased": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.cluster as [_subject(false), _subject(true)]
	violation == {{
		"kind": "cluster",
		"id": "infra:a",
		"path": ["roleBased"],
		"message": "Cluster a does not rely on role-based access control.",
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
		"path": ["roleBased"],
		"reason": "var.x has no value",
	}}
}
