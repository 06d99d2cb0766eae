package planproof.rules.identity["node-credentials-hidden_test"]

import data.planproof.rules.identity["node-credentials-hidden"] as rule

_subject(value) := {"kind": "node-pool", "id": "infra:a", "name": "a", "facts": {"metadataOpen": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["node-pool"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "node-pool",
		"id": "infra:a",
		"path": ["metadataOpen"],
		"message": "a lets pods read their machine's credentials.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["node-pool"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["node-pool"] as subjects
	undecided == {{
		"kind": "node-pool",
		"id": "infra:a",
		"path": ["metadataOpen"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects["node-pool"] as [_subject(null)]
	examined == set()
}
