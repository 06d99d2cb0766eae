package planproof.rules.encryption["certificates-renewed_test"]

import data.planproof.rules.encryption["certificates-renewed"] as rule

_subject(value) := {"kind": "certificate", "id": "infra:a", "name": "a", "facts": {"renewed": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.certificate as [_subject(false), _subject(true)]
	violation == {{
		"kind": "certificate",
		"id": "infra:a",
		"path": ["renewed"],
		"message": "Somebody has to renew a.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.certificate as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.certificate as subjects
	undecided == {{
		"kind": "certificate",
		"id": "infra:a",
		"path": ["renewed"],
		"reason": "var.x has no value",
	}}
}
