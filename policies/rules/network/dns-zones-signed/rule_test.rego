package planproof.rules.network["dns-zones-signed_test"]

import data.planproof.rules.network["dns-zones-signed"] as rule

_subject(value) := {"kind": "dns-zone", "id": "infra:a", "name": "a", "facts": {"signed": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["dns-zone"] as [_subject(false), _subject(true)]
	violation == {{
		"kind": "dns-zone",
		"id": "infra:a",
		"path": ["signed"],
		"message": "Answers of a are not signed.",
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
		"path": ["signed"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects["dns-zone"] as [_subject(null)]
	examined == set()
}
