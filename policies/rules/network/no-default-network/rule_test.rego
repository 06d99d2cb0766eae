package planproof.rules.network["no-default-network_test"]

import data.planproof.rules.network["no-default-network"] as rule

_subject(value) := {"kind": "network", "id": "infra:a", "name": "a", "facts": {"providerDefault": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.network as [_subject(true), _subject(false)]
	violation == {{
		"kind": "network",
		"id": "infra:a",
		"path": ["providerDefault"],
		"message": "a uses the default network of the provider.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.network as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.network as subjects
	undecided == {{
		"kind": "network",
		"id": "infra:a",
		"path": ["providerDefault"],
		"reason": "var.x has no value",
	}}
}
