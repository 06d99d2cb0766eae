package planproof.rules.identity["device-policies-limited_test"]

import data.planproof.rules.identity["device-policies-limited"] as rule

_policy(statement) := {
	"kind": "access-policy",
	"id": "infra:a",
	"name": "a",
	"facts": {"on": "device", "statements": [object.union(
		{"effect": "allow", "actions": ["iot:Publish"], "resources": ["arn:aws:iot:x"], "conditional": false},
		statement,
	)]},
}

test_every_action_and_every_resource_are_violations if {
	violation := rule.violation with input.subjects["access-policy"] as [_policy({"actions": ["IoT:*"], "resources": ["*"]})]
	violation == {
		{
			"kind": "access-policy",
			"id": "infra:a",
			"path": ["statements", 0, "actions"],
			"message": "a allows devices every action.",
		},
		{
			"kind": "access-policy",
			"id": "infra:a",
			"path": ["statements", 0, "resources"],
			"message": "a allows devices what it names on every topic and client.",
		},
	}
}

test_what_is_named_denied_or_conditional_is_none if {
	violation := rule.violation with input.subjects["access-policy"] as [
		_policy({}),
		_policy({"effect": "deny", "resources": ["*"]}),
		_policy({"conditional": true, "resources": ["*"]}),
		object.union(_policy({"resources": ["*"]}), {"facts": {"on": "resource"}}),
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
