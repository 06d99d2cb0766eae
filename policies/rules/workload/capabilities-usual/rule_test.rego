package planproof.rules.workload["capabilities-usual_test"]

import data.planproof.rules.workload["capabilities-usual"] as rule

_workloads(names, privileged) := [{
	"kind": "workload", "id": "w", "name": "w",
	"facts": {"containers": [{"name": "a", "capabilitiesAdded": names, "privileged": privileged}]},
}]

_violated(names, privileged) := {one.message | some one in rule.violation with input.subjects.workload as _workloads(names, privileged)}

test_unusual_ones_are_told_together if {
	_violated(["NET_RAW", "CAP_NET_ADMIN", "CHOWN"], false) == {"Container a of w has NET_ADMIN, NET_RAW, which containers usually do without."}
}

test_usual_and_opening_ones_are_none if {
	_violated(["NET_BIND_SERVICE", "SYS_ADMIN", "ALL"], false) == set()
	_violated(["NET_ADMIN"], true) == set()
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects.workload as _workloads({"unknown": "x"}, false)
	{one.path | some one in undecided} == {["containers", 0, "capabilitiesAdded"]}
}
