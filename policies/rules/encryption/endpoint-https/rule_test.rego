package planproof.rules.encryption["endpoint-https_test"]

import data.planproof.rules.encryption["endpoint-https"] as rule

_subject(value) := {"kind": "endpoint", "id": "infra:a", "name": "a", "facts": {"plain": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.endpoint as [_subject(true), _subject(false)]
	violation == {{
		"kind": "endpoint",
		"id": "infra:a",
		"path": ["plain"],
		"message": "a serves plain HTTP.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.endpoint as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.endpoint as subjects
	undecided == {{
		"kind": "endpoint",
		"id": "infra:a",
		"path": ["plain"],
		"reason": "var.x has no value",
	}}
}
