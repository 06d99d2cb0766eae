package planproof.rules.workload["memory-limited_test"]

import data.planproof.rules.workload["memory-limited"] as rule

_workload(type, limits) := {
	"kind": "workload", "id": "w", "name": "web",
	"facts": {"type": type, "containers": [{"name": sprintf("c%d", [i]), "init": i == 0, "memoryLimit": limit} | some i, limit in limits]},
}

_violated(type, limits) := {[one.path[1], one.message] | some one in violation} if {
	violation := rule.violation with input.subjects.workload as [_workload(type, limits)]
}

test_containers_are_told_together_at_the_first if {
	_violated("Deployment", [true, true, false]) == {[2, "web: container c2 has no limit of memory."]}
	_violated("Job", [true, false, false]) == {[1, "web: 2 containers have no limit of memory."]}
}

test_what_ends_before_the_others_start_and_other_platforms_are_not_asked if {
	_violated("Deployment", [false, true]) == set()
	_violated("Compose service", [true, false]) == set()
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects.workload as [_workload("Pod", [true, {"unknown": "x"}])]
	{one.path | some one in undecided} == {["containers", 1, "memoryLimit"]}
}
