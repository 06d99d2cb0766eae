package planproof.rules.recovery["caches-backed-up_test"]

import data.planproof.rules.recovery["caches-backed-up"] as rule

_cache(value) := {"kind": "cache", "id": "infra:a", "name": "a", "facts": {"backupRetentionDays": value}}

test_a_bad_one_is_a_violation_and_others_are_not if {
	violation := rule.violation with input.subjects.cache as [_cache(0), _cache(7), _cache(null)]
	violation == {{
		"kind": "cache",
		"id": "infra:a",
		"path": ["backupRetentionDays"],
		"message": "Cache a keeps no automatic snapshots.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_cache({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.cache as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.cache as subjects
	undecided == {{
		"kind": "cache",
		"id": "infra:a",
		"path": ["backupRetentionDays"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	subject := {"kind": "cache", "id": "infra:b", "name": "b", "facts": {"backupRetentionDays": null}}
	examined := rule.examined with input.subjects.cache as [subject]
	examined == set()
}
