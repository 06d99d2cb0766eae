package planproof.rules.network["object-store-network-limited_test"]

import data.planproof.rules.network["object-store-network-limited"] as rule

_subject(value) := {"kind": "object-store", "id": "infra:a", "name": "a", "facts": {"networkLimited": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["object-store"] as [_subject(false), _subject(null)]
	violation == {{
		"kind": "object-store",
		"id": "infra:a",
		"path": ["networkLimited"],
		"message": "Network rules of object store a let every network in.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["object-store"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["object-store"] as subjects
	undecided == {{
		"kind": "object-store",
		"id": "infra:a",
		"path": ["networkLimited"],
		"reason": "var.x has no value",
	}}
}
