package planproof.rules.encryption["cluster-secrets-encrypted_test"]

import data.planproof.rules.encryption["cluster-secrets-encrypted"] as rule

_subject(value) := {"kind": "cluster", "id": "infra:a", "name": "a", "facts": {"secretsEncrypted": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.cluster as [_subject(false), _subject(true)]
	violation == {{
		"kind": "cluster",
		"id": "infra:a",
		"path": ["secretsEncrypted"],
		"message": "Cluster a stores secrets without encrypting them.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.cluster as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.cluster as subjects
	undecided == {{
		"kind": "cluster",
		"id": "infra:a",
		"path": ["secretsEncrypted"],
		"reason": "var.x has no value",
	}}
}
