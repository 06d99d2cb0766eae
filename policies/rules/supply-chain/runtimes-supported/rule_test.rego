package planproof.rules["supply-chain"]["runtimes-supported_test"]

import data.planproof.rules["supply-chain"]["runtimes-supported"] as rule

_runtime(version) := {"kind": "runtime", "id": "infra:a", "name": "a", "facts": {"version": version}}

test_a_version_past_its_end_is_a_violation if {
	violation := rule.violation with input.subjects.runtime as [_runtime("nodejs 16")] with input.today as "2026-01-01"
	violation == {{
		"kind": "runtime",
		"id": "infra:a",
		"path": ["version"],
		"message": "a runs on nodejs 16, which has had no fixes since 2023-09-11.",
	}}
}

test_one_before_its_end_and_one_that_nobody_here_knows_are_none if {
	subjects := [_runtime("nodejs 22"), _runtime("nodejs 99"), _runtime(null)]
	violation := rule.violation with input.subjects.runtime as subjects with input.today as "2026-01-01"
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects.runtime as [_runtime({"unknown": "var.x has no value"})]
	undecided == {{
		"kind": "runtime",
		"id": "infra:a",
		"path": ["version"],
		"reason": "var.x has no value",
	}}
}
