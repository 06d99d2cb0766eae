package planproof.rules.observability["audit-trail-complete_test"]

import data.planproof.rules.observability["audit-trail-complete"] as rule

_subject(facts) := {"kind": "audit-trail", "id": "infra:a", "name": "a", "facts": facts}

_finding(fact, message) := {"kind": "audit-trail", "id": "infra:a", "path": [fact], "message": message}

test_its_own_region_only_is_a_violation if {
	violation := rule.violation with input.subjects["audit-trail"] as [
		_subject({"logging": true, "everyRegion": true}),
		_subject({"logging": false, "everyRegion": false}),
	]
	violation == {_finding("everyRegion", "Audit trail a records its own region only.")}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"logging": true, "everyRegion": {"unknown": "var.x has no value"}})]
	violation := rule.violation with input.subjects["audit-trail"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["audit-trail"] as subjects
	undecided == {{
		"kind": "audit-trail",
		"id": "infra:a",
		"path": ["everyRegion"],
		"reason": "var.x has no value",
	}}
}
