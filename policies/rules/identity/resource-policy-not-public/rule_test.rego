package planproof.rules.identity["resource-policy-not-public_test"]

import data.planproof.rules.identity["resource-policy-not-public"] as rule

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

test_a_policy_of_a_resource_that_lets_everyone_in_is_a_violation if {
	violation := rule.violation with input.subjects["access-policy"] as [_policy(
		"aws-iam", "resource",
		{"actions": ["sns:Publish", "sns:Subscribe"], "open": true},
	)]
	violation == {_finding("open", "a lets everyone use it by sns:Publish and 1 more.")}
}

test_other_policies_and_what_is_there_to_be_called_are_not_examined if {
	examined := rule.examined with input.subjects["access-policy"] as [
		_policy("aws-iam", "bucket", {"actions": ["s3:GetObject"], "open": true}),
		_policy("gcp-iam", "resource", {"actions": ["roles/run.invoker"], "open": true}),
	]
	examined == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects["access-policy"] as [_policy("aws-iam", "resource", {"open": _unknown})]
	undecided == {_undecided("open")}
}
