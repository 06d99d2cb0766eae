package planproof.rules.workload["tasks-not-privileged_test"]

import data.planproof.rules.workload["tasks-not-privileged"] as rule

_task(values) := {
	"kind": "task-definition",
	"id": "infra:a",
	"name": "a",
	"facts": {"containers": [{"name": sprintf("c%d", [i]), "privileged": value} | some i, value in values]},
}

test_each_privileged_container_is_a_violation if {
	violation := rule.violation with input.subjects["task-definition"] as [_task([false, true])]
	violation == {{
		"kind": "task-definition",
		"id": "infra:a",
		"path": ["containers", 1, "privileged"],
		"message": "Container c1 of a is privileged.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects["task-definition"] as [_task([{"unknown": "var.x has no value"}])]
	undecided == {{
		"kind": "task-definition",
		"id": "infra:a",
		"path": ["containers", 0, "privileged"],
		"reason": "var.x has no value",
	}}
}
