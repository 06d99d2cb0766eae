package planproof.rules.network["key-vaults-restricted_test"]

import data.planproof.rules.network["key-vaults-restricted"] as rule

_vault(value) := {"kind": "key-vault", "id": "infra:a", "name": "a", "facts": {"public": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects["key-vault"] as [_vault(true), _vault(false), _vault(null)]
	violation == {{
		"kind": "key-vault",
		"id": "infra:a",
		"path": ["public"],
		"message": "Key vault a answers from every network.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_vault({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["key-vault"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["key-vault"] as subjects
	undecided == {{
		"kind": "key-vault",
		"id": "infra:a",
		"path": ["public"],
		"reason": "var.x has no value",
	}}
}
