package planproof.rules.observability["audit-trail-on_test"]

import data.planproof.rules.observability["audit-trail-on"] as rule

_subject(facts) := {"kind": "audit-trail", "id": "infra:a", "name": "a", "facts": facts}

_finding(fact, message) := {"kind": "audit-trail", "id": "infra:a", "path": [fact], "message": message}

test_to_be_off_is_a_violation if {
	violation := rule.violation with input.subjects["audit-trail"] as [
		_subject({"logging": true, "everyRegion": true}),
		_subject({"logging": false, "everyRegion": false}),
	]
	violation == {_finding("logging", "Audit trail a does not log.")}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"logging": {"unknown": "var.x has no value"}, "everyRegion": true})]
	violation := rule.violation with input.subjects["audit-trail"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["audit-trail"] as subjects
	undecided == {{
		"kind": "audit-trail",
		"id": "infra:a",
		"path": ["logging"],
		"reason": "var.x has no value",
	}}
}
