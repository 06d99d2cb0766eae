package planproof.rules.plan["accounts-as-planned_test"]

import data.planproof.rules.plan["accounts-as-planned"] as rule

_environment(name, account, provider) := {
	"kind": "plan-environment", "id": name, "name": name,
	"facts": {"account": account, "provider": provider},
}

_subjects(account, provider, found) := {
	"plan-environment": [_environment("production", account, provider), _environment("staging", "222222222222", "aws")],
	"account-binding": [{
		"kind": "account-binding", "id": "b", "name": "provider.x", "environment": "production",
		"facts": {"provider": "aws", "accounts": found},
	}],
}

_messages(account, provider, found) := {one.message |
	some one in rule.violation with input.subjects as _subjects(account, provider, found)
}

_reasons(account, found) := {one.reason |
	some one in rule.undecided with input.subjects as _subjects(account, "aws", found)
}

test_one_that_is_planned_among_those_that_are_allowed_is_enough if {
	_messages("111111111111", "aws", ["333333333333", "111111111111"]) == set()
	_messages("111111111111", null, ["333333333333"]) == {"provider.x works in 333333333333; environment production is planned in 111111111111."}
}

test_ids_are_compared_without_regard_to_case if {
	_messages("0B1F6471-1BF0-4DDA-AEC3-CB9272F09590", null, ["0b1f6471-1bf0-4dda-aec3-cb9272f09590"]) == set()
	_messages("0B1F6471-1BF0-4DDA-AEC3-CB9272F09591", null, ["0b1f6471-1bf0-4dda-aec3-cb9272f09590"]) != set()
}

test_a_name_is_not_held_against_a_number if {
	_messages("shop-production", "aws", ["333333333333"]) == set()
	_reasons("shop-production", ["333333333333"]) == {"the plan says shop-production, and provider.x tells accounts otherwise: 333333333333"}
}

test_accounts_of_another_cloud_are_not_judged if {
	_messages("shop-production", "gcp", ["333333333333"]) == set()
}

test_without_an_account_of_its_own_that_of_another_environment_is_told if {
	_messages(null, "aws", ["222222222222"]) == {"provider.x of environment production works in 222222222222, which the plan gives to staging."}
	_messages(null, "aws", ["333333333333"]) == set()
}

test_an_unknown_is_undecided if {
	_reasons("111111111111", {"unknown": "x"}) == {"x"}
	_messages("111111111111", "aws", {"unknown": "x"}) == set()
}
