package planproof.rules.network["web-firewall-present_test"]

import data.planproof.rules.network["web-firewall-present"] as rule

_subject(value) := {"kind": "gateway", "id": "infra:a", "name": "a", "facts": {"firewalled": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.gateway as [_subject(false), _subject(true)]
	violation == {{
		"kind": "gateway",
		"id": "infra:a",
		"path": ["firewalled"],
		"message": "a has no web application firewall.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.gateway as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.gateway as subjects
	undecided == {{
		"kind": "gateway",
		"id": "infra:a",
		"path": ["firewalled"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects.gateway as [_subject(null)]
	examined == set()
}
