package planproof.rules.recovery["key-vaults-purge-protected_test"]

import data.planproof.rules.recovery["key-vaults-purge-protected"] as rule

_vault(value) := {"kind": "key-vault", "id": "infra:a", "name": "a", "facts": {"purgeProtected": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects["key-vault"] as [_vault(false), _vault(true), _vault(null)]
	violation == {{
		"kind": "key-vault",
		"id": "infra:a",
		"path": ["purgeProtected"],
		"message": "Key vault a lets deleted keys and secrets be purged.",
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
		"path": ["purgeProtected"],
		"reason": "var.x has no value",
	}}
}
