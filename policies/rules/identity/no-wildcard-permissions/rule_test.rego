package planproof.rules.identity["no-wildcard-permissions_test"]

import data.planproof.rules.identity["no-wildcard-permissions"] as rule

_policy(system, on, statement) := {
	"kind": "access-policy",
	"id": "infra:a",
	"name": "a",
	"facts": {
		"system": system,
		"on": on,
		"statements": [object.union(
			{
				"effect": "allow",
				"actions": [],
				"resources": ["*"],
				"principals": [],
				"conditional": false,
				"open": false,
			},
			statement,
		)],
	},
}

_finding(fact, message) := {
	"kind": "access-policy",
	"id": "infra:a",
	"path": ["statements", 0, fact],
	"message": message,
}

_undecided(fact) := {
	"kind": "access-policy",
	"id": "infra:a",
	"path": ["statements", 0, fact],
	"reason": "var.x has no value",
}

_unknown := {"unknown": "var.x has no value"}

test_every_action_on_every_resource_is_a_violation if {
	written := rule.violation with input.subjects["access-policy"] as [_policy("aws-iam", "identity", {"actions": ["*"]})]
	written == {_finding("actions", "Policy a allows every action on every resource.")}
	built_in := rule.violation with input.subjects["access-policy"] as [_policy(
		"gcp-iam", "identity",
		{"actions": ["roles/owner", "*"]},
	)]
	built_in == {_finding("actions", "a gives roles/owner, which allows all or nearly all actions on every resource.")}
}

test_the_policy_of_one_resource_or_a_list_is_none if {
	violation := rule.violation with input.subjects["access-policy"] as [
		_policy("aws-iam", "resource", {"actions": ["*"], "principals": ["arn:aws:iam::1:root"]}),
		_policy("aws-iam", "identity", {"actions": ["s3:*"]}),
		_policy("aws-iam", "identity", {"actions": ["*"], "resources": ["arn:aws:s3:::documents"]}),
		_policy("aws-iam", "identity", {"actions": ["*"], "effect": "deny"}),
	]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	actions := rule.undecided with input.subjects["access-policy"] as [_policy("aws-iam", "identity", {"actions": _unknown})]
	actions == {_undecided("actions")}
	resources := rule.undecided with input.subjects["access-policy"] as [_policy(
		"aws-iam", "identity",
		{"actions": ["*"], "resources": _unknown},
	)]
	resources == {_undecided("resources")}
}
