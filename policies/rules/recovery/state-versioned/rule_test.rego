package planproof.rules.recovery["state-versioned_test"]

import data.planproof.rules.recovery["state-versioned"] as rule

_backend(store) := {"kind": "state-backend", "id": "infra:backend", "name": "infra", "facts": {"store": store}}

_store(versioned) := {
	"kind": "object-store",
	"id": "base:a",
	"name": "a",
	"facts": {"storeName": "state", "versioned": versioned},
}

test_a_store_of_state_without_old_versions_is_a_violation if {
	violation := rule.violation with input.subjects["state-backend"] as [_backend("state")]
		with input.subjects["object-store"] as [_store(false)]
	violation == {{
		"kind": "object-store",
		"id": "base:a",
		"path": ["versioned"],
		"message": "a holds the state of infra, and keeps no old versions.",
		"related": [{
			"kind": "state-backend",
			"id": "infra:backend",
			"path": ["store"],
			"message": "It holds this state",
		}],
	}}
}

test_a_versioned_store_another_one_and_none_are_no_violations if {
	violation := rule.violation with input.subjects["state-backend"] as [_backend("other"), _backend(null)]
		with input.subjects["object-store"] as [_store(false)]
	violation == set()
	versioned := rule.violation with input.subjects["state-backend"] as [_backend("state")]
		with input.subjects["object-store"] as [_store(true)]
	versioned == set()
}

test_what_is_not_told_is_undecided if {
	elsewhere := rule.undecided with input.subjects["state-backend"] as [_backend("other")]
		with input.subjects["object-store"] as [_store(false)]
	{one.reason | some one in elsewhere} == {"other is not among the files"}
	given := rule.undecided with input.subjects["state-backend"] as [_backend({"unknown": "var.x has no value"})]
	{one.reason | some one in given} == {"var.x has no value"}
	open := rule.undecided with input.subjects["state-backend"] as [_backend("state")]
		with input.subjects["object-store"] as [_store({"unknown": "var.y has no value"})]
	{one.reason | some one in open} == {"var.y has no value"}
}
