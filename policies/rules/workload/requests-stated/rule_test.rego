package planproof.rules.workload["requests-stated_test"]

import data.planproof.rules.workload["requests-stated"] as rule

_workload(type, containers) := {
	"kind": "workload", "id": "w", "name": "web",
	"facts": {"type": type, "containers": containers},
}

_container(name, init, cpu, memory) := {
	"name": name, "init": init, "cpuRequest": false, "memoryLimit": false,
	"requests": {"cpu": cpu, "memory": memory},
}

_violated(type, containers) := {[one.path, one.message] | some one in violation} if {
	violation := rule.violation with input.subjects.workload as [_workload(type, containers)]
}

test_what_is_lacking_is_told_once if {
	_violated("Deployment", [_container("a", false, null, 1), _container("b", false, null, null)]) == {[["containers", 0, "requests", "cpu"], "web: 2 containers do not ask for cpu and memory."]}
	_violated("Pod", [_container("a", false, 1, null)]) == {[["containers", 0, "requests", "memory"], "web: container a does not ask for memory."]}
}

test_what_ends_before_the_others_start_and_other_platforms_are_not_asked if {
	_violated("Deployment", [_container("a", true, null, null), _container("b", false, 1, 1)]) == set()
	_violated("Compose service", [_container("a", false, null, null)]) == set()
}

test_what_is_stated_for_the_pod_counts if {
	one := object.union(_container("a", false, null, null), {"cpuRequest": true, "memoryLimit": true})
	_violated("Deployment", [one]) == set()
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects.workload as [_workload("Pod", [_container("a", false, {"unknown": "x"}, 1)])]
	{one.path | some one in undecided} == {["containers", 0, "requests", "cpu"]}
}
