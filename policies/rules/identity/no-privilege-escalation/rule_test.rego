package planproof.rules.identity["no-privilege-escalation_test"]

import data.planproof.rules.identity["no-privilege-escalation"] as rule

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

test_rights_over_everyones_rights_are_a_violation if {
	aws := rule.violation with input.subjects["access-policy"] as [_policy("aws-iam", "identity", {"actions": ["iam:PassRole"]})]
	aws == {_finding("actions", "a lets its holder take other rights, by iam:PassRole on everything.")}
	pattern := rule.violation with input.subjects["access-policy"] as [_policy("aws-iam", "identity", {"actions": ["iam:Put*"]})]
	pattern == {_finding("actions", "a lets its holder take other rights, by iam:Put* on everything.")}
	azure := rule.violation with input.subjects["access-policy"] as [_policy(
		"azure-rbac", "identity",
		{"actions": ["User Access Administrator"]},
	)]
	azure == {_finding("actions", "a lets its holder take other rights, by User Access Administrator on everything.")}
}

test_what_is_limited_or_harmless_is_none if {
	violation := rule.violation with input.subjects["access-policy"] as [
		_policy("aws-iam", "identity", {"actions": ["iam:PassRole"], "resources": ["arn:aws:iam::1:role/web"]}),
		_policy("aws-iam", "identity", {"actions": ["iam:PassRole"], "conditional": true}),
		_policy("aws-iam", "identity", {"actions": ["s3:GetObject"]}),
		_policy("aws-iam", "identity", {"actions": ["iam:PassRole"], "effect": "deny"}),
	]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	actions := rule.undecided with input.subjects["access-policy"] as [_policy("aws-iam", "identity", {"actions": _unknown})]
	actions == {_undecided("actions")}
	resources := rule.undecided with input.subjects["access-policy"] as [_policy(
		"aws-iam", "identity",
		{"actions": ["iam:PassRole"], "resources": _unknown},
	)]
	resources == {_undecided("resources")}
}
