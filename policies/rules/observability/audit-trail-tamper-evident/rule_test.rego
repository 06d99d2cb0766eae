package planproof.rules.observability["audit-trail-tamper-evident_test"]

import data.planproof.rules.observability["audit-trail-tamper-evident"] as rule

_subject(value) := {"kind": "audit-trail", "id": "infra:a", "name": "a", "facts": {"validated": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["audit-trail"] as [_subject(false), _subject(true)]
	violation == {{
		"kind": "audit-trail",
		"id": "infra:a",
		"path": ["validated"],
		"message": "Audit trail a does not validate its log files.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["audit-trail"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["audit-trail"] as subjects
	undecided == {{
		"kind": "audit-trail",
		"id": "infra:a",
		"path": ["validated"],
		"reason": "var.x has no value",
	}}
}
