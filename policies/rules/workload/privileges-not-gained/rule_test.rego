package planproof.rules.workload["privileges-not-gained_test"]

import data.planproof.rules.workload["privileges-not-gained"] as rule

_workload(type, containers) := {"kind": "workload", "id": "w", "name": "web", "facts": {"type": type, "containers": containers}}

_violated(type, containers) := {[one.path[1], one.message] | some one in violation} if {
	violation := rule.violation with input.subjects.workload as [_workload(type, containers)]
}

_container(name, gains, privileged) := {"name": name, "allowPrivilegeEscalation": gains, "privileged": privileged}

test_containers_are_told_together_at_the_first if {
	_violated("Deployment", [_container("a", false, false), _container("b", true, false)]) == {[1, "web: processes of container b may gain rights that they did not start with."]}
	_violated("Pod", [_container("a", true, false), _container("b", true, {"unknown": "x"})]) == {[0, "web: processes of 2 containers may gain rights that they did not start with."]}
}

test_what_is_privileged_has_nothing_to_gain if _violated("Pod", [_container("a", true, true)]) == set()

test_services_of_compose_are_not_asked if {
	_violated("Compose service", [_container("a", true, false)]) == set()
	examined := rule.examined with input.subjects.workload as [_workload("Fly app", [])]
	examined == set()
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects.workload as [_workload("Pod", [_container("a", {"unknown": "x"}, false)])]
	{one.path | some one in undecided} == {["containers", 0, "allowPrivilegeEscalation"]}
}
