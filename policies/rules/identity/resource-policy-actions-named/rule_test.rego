package planproof.rules.identity["resource-policy-actions-named_test"]

import data.planproof.rules.identity["resource-policy-actions-named"] as rule

_policy(on, statement) := {
	"kind": "access-policy",
	"id": "infra:a",
	"name": "a",
	"facts": {"system": "aws-iam", "on": on, "statements": [object.union(
		{"effect": "allow", "actions": ["sqs:*"], "principals": ["arn:aws:iam::1:role/web"]},
		statement,
	)]},
}

test_every_action_for_someone_is_a_violation if {
	every policy in [_policy("resource", {}), _policy("bucket", {"actions": ["S3:*"]}), _policy("resource", {"actions": ["*"]})] {
		violation := rule.violation with input.subjects["access-policy"] as [policy]
		violation == {{
			"kind": "access-policy",
			"id": "infra:a",
			"path": ["statements", 0, "actions"],
			"message": "a allows every action.",
		}}
	}
}

test_named_actions_denials_and_the_own_account_are_none if {
	violation := rule.violation with input.subjects["access-policy"] as [
		_policy("resource", {"actions": ["sqs:SendMessage"]}),
		_policy("resource", {"effect": "deny"}),
		_policy("resource", {"principals": ["arn:aws:iam::111122223333:root"]}),
		_policy("identity", {}),
	]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects["access-policy"] as [_policy("resource", {"actions": {"unknown": "var.x has no value"}})]
	undecided == {{
		"kind": "access-policy",
		"id": "infra:a",
		"path": ["statements", 0, "actions"],
		"reason": "var.x has no value",
	}}
}
