package planproof.rules.workload["capabilities-limited_test"]

import data.planproof.rules.workload["capabilities-limited"] as rule

_workloads(names) := [{
	"kind": "workload", "id": "w", "name": "w",
	"facts": {"containers": [{"name": "a", "capabilitiesAdded": names}]},
}]

_violated(names) := {one.message | some one in rule.violation with input.subjects.workload as _workloads(names)}

test_capabilities_that_open_the_machine_are_told_together if {
	_violated(["NET_BIND_SERVICE", "SYS_ADMIN", "CAP_SYS_PTRACE"]) == {"Container a of w has SYS_ADMIN, CAP_SYS_PTRACE."}
	_violated(["ALL"]) == {"Container a of w has ALL."}
}

test_others_are_for_what_the_container_does if {
	_violated(["NET_BIND_SERVICE", "NET_ADMIN", "CHOWN"]) == set()
	_violated([]) == set()
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects.workload as _workloads({"unknown": "x"})
	{one.path | some one in undecided} == {["containers", 0, "capabilitiesAdded"]}
}
