package planproof.rules.identity["passwords-long_test"]

import data.planproof.rules.identity["passwords-long"] as rule

_policy(length) := {"kind": "password-policy", "id": "infra:a", "name": "a", "facts": {"minimumLength": length}}

test_a_short_password_is_a_violation if {
	violation := rule.violation with input.subjects["password-policy"] as [_policy(13), _policy(14)]
	violation == {{
		"kind": "password-policy",
		"id": "infra:a",
		"path": ["minimumLength"],
		"message": "a takes passwords of 13 characters.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	violation := rule.violation with input.subjects["password-policy"] as [_policy({"unknown": "var.x has no value"})]
	violation == set()
	undecided := rule.undecided with input.subjects["password-policy"] as [_policy({"unknown": "var.x has no value"})]
	{one.reason | some one in undecided} == {"var.x has no value"}
}
