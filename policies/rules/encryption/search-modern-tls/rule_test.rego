package planproof.rules.encryption["search-modern-tls_test"]

import data.planproof.rules.encryption["search-modern-tls"] as rule

_domain(value) := {"kind": "search-domain", "id": "infra:a", "name": "a", "facts": {"modernTls": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects["search-domain"] as [_domain(false), _domain(true), _domain(null)]
	violation == {{
		"kind": "search-domain",
		"id": "infra:a",
		"path": ["modernTls"],
		"message": "Search domain a accepts TLS 1.0 and 1.1.",
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
		"path": ["modernTls"],
		"reason": "var.x has no value",
	}}
}
