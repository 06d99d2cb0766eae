package planproof.rules.identity["data-not-readable-everywhere_test"]

import data.planproof.rules.identity["data-not-readable-everywhere"] as rule

_policy(statement) := {
	"kind": "access-policy",
	"id": "infra:a",
	"name": "a",
	"facts": {"system": "aws-iam", "on": "identity", "statements": [object.union(
		{"effect": "allow", "actions": ["s3:GetObject"], "resources": ["*"], "conditional": false},
		statement,
	)]},
}

test_to_read_everything_is_a_violation if {
	every actions in [["s3:GetObject"], ["s3:Get*"], ["logs:PutLogEvents", "secretsmanager:*"]] {
		violation := rule.violation with input.subjects["access-policy"] as [_policy({"actions": actions})]
		{one.path | some one in violation} == {["statements", 0, "actions"]}
	}
}

test_named_things_conditions_denials_and_other_actions_are_none if {
	violation := rule.violation with input.subjects["access-policy"] as [
		_policy({"resources": ["arn:aws:s3:::orders/*"]}),
		_policy({"conditional": true}),
		_policy({"effect": "deny"}),
		_policy({"actions": ["s3:ListAllMyBuckets"]}),
		_policy({"actions": ["*"]}),
	]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects["access-policy"] as [_policy({"resources": {"unknown": "var.x has no value"}})]
	undecided == {{
		"kind": "access-policy",
		"id": "infra:a",
		"path": ["statements", 0, "resources"],
		"reason": "var.x has no value",
	}}
}
