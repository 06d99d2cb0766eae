package planproof.rules.identity["trust-not-open_test"]

import data.planproof.rules.identity["trust-not-open"] as rule

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

test_a_role_that_anyone_may_take_is_a_violation if {
	anyone := rule.violation with input.subjects["access-policy"] as [_policy(
		"aws-iam", "trust",
		{"principals": ["*"], "open": true},
	)]
	anyone == {_finding("open", "a can be taken by anyone.")}
	github := rule.violation with input.subjects["access-policy"] as [_policy(
		"aws-iam", "trust",
		{"principals": ["token.actions.githubusercontent.com"], "open": true},
	)]
	github == {_finding("open", "a can be taken by any workflow on GitHub.")}
}

test_other_policies_are_not_examined if {
	examined := rule.examined with input.subjects["access-policy"] as [_policy("aws-iam", "resource", {"open": true})]
	examined == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects["access-policy"] as [_policy("aws-iam", "trust", {"open": _unknown})]
	undecided == {_undecided("open")}
}
