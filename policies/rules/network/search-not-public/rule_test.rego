package planproof.rules.network["search-not-public_test"]

import data.planproof.rules.network["search-not-public"] as rule

_domain(value) := {"kind": "search-domain", "id": "infra:a", "name": "a", "facts": {"public": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects["search-domain"] as [_domain(true), _domain(false), _domain(null)]
	violation == {{
		"kind": "search-domain",
		"id": "infra:a",
		"path": ["public"],
		"message": "Search domain a has its endpoint on the internet.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_domain({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["search-domain"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["search-domain"] as subjects
	undecided == {{
		"kind": "search-domain",
		"id": "infra:a",
		"path": ["public"],
		"reason": "var.x has no value",
	}}
}
