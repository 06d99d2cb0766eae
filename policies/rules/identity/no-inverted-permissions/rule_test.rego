package planproof.rules.identity["no-inverted-permissions_test"]

import data.planproof.rules.identity["no-inverted-permissions"] as rule

_policy(statement) := {"kind": "access-policy", "id": "infra:a", "name": "a", "facts": {"system": "aws-iam", "statements": [statement]}}

test_to_allow_all_but_something_is_a_violation if {
	violation := rule.violation with input.subjects["access-policy"] as [_policy({"effect": "allow", "inverted": true})]
	violation == {{
		"kind": "access-policy",
		"id": "infra:a",
		"path": ["statements", 0, "inverted"],
		"message": "a allows all but what it names.",
	}}
}

test_to_deny_all_but_something_is_none if {
	violation := rule.violation with input.subjects["access-policy"] as [
		_policy({"effect": "deny", "inverted": true}),
		_policy({"effect": "allow"}),
	]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	policy := _policy({"effect": {"unknown": "var.x has no value"}, "inverted": true})
	undecided := rule.undecided with input.subjects["access-policy"] as [policy]
	undecided == {{
		"kind": "access-policy",
		"id": "infra:a",
		"path": ["statements", 0, "effect"],
		"reason": "var.x has no value",
	}}
}
