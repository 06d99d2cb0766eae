package planproof.rules.encryption["dns-keys-strong_test"]

import data.planproof.rules.encryption["dns-keys-strong"] as rule

_subject(value) := {"kind": "dns-zone", "id": "infra:a", "name": "a", "facts": {"weakKeys": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["dns-zone"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "dns-zone",
		"id": "infra:a",
		"path": ["weakKeys"],
		"message": "a signs with SHA-1.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["dns-zone"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["dns-zone"] as subjects
	undecided == {{
		"kind": "dns-zone",
		"id": "infra:a",
		"path": ["weakKeys"],
		"reason": "var.x has no value",
	}}
}
