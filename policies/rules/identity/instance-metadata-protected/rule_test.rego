package planproof.rules.identity["instance-metadata-protected_test"]

import data.planproof.rules.identity["instance-metadata-protected"] as rule

_subject(value) := {"kind": "instance", "id": "infra:a", "name": "a", "facts": {"metadataOpen": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.instance as [_subject(true), _subject(false)]
	violation == {{
		"kind": "instance",
		"id": "infra:a",
		"path": ["metadataOpen"],
		"message": "Instance a does not require a session token for metadata requests.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.instance as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.instance as subjects
	undecided == {{
		"kind": "instance",
		"id": "infra:a",
		"path": ["metadataOpen"],
		"reason": "var.x has no value",
	}}
}
