package planproof.rules.workload["boot-verified_test"]

import data.planproof.rules.workload["boot-verified"] as rule

_subject(kind, value) := {
	"kind": kind,
	"id": "infra:a",
	"name": "a",
	"facts": {"provider": "gcp", "bootUnchecked": value},
}

test_checks_that_are_off_are_a_violation if {
	violation := rule.violation with input.subjects.instance as [_subject("instance", true)]
		with input.subjects["node-pool"] as [_subject("node-pool", true)]
	violation == {
		{"kind": "instance", "id": "infra:a", "path": ["bootUnchecked"], "message": "a starts without checks."},
		{"kind": "node-pool", "id": "infra:a", "path": ["bootUnchecked"], "message": "a starts without checks."},
	}
}

test_checks_that_are_on_are_none_and_unknown_ones_undecided if {
	violation := rule.violation with input.subjects.instance as [_subject("instance", false)]
	violation == set()
	undecided := rule.undecided with input.subjects.instance as [_subject("instance", {"unknown": "var.x has no value"})]
	{one.reason | some one in undecided} == {"var.x has no value"}
}
