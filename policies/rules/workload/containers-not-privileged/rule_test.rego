package planproof.rules.workload["containers-not-privileged_test"]

import data.planproof.rules.workload["containers-not-privileged"] as rule

_workload(values) := {
	"kind": "workload",
	"id": "shop/Deployment/web",
	"name": "Deployment web",
	"facts": {"containers": [{"name": sprintf("c%d", [i]), "privileged": value} | some i, value in values]},
}

test_each_privileged_container_is_a_violation if {
	violation := rule.violation with input.subjects.workload as [_workload([true, false, true])]
	violation == {
		{
			"kind": "workload",
			"id": "shop/Deployment/web",
			"path": ["containers", 0, "privileged"],
			"message": "Container c0 of Deployment web is privileged.",
		},
		{
			"kind": "workload",
			"id": "shop/Deployment/web",
			"path": ["containers", 2, "privileged"],
			"message": "Container c2 of Deployment web is privileged.",
		},
	}
}

test_unprivileged_containers_are_none if {
	violation := rule.violation with input.subjects.workload as [_workload([false, false])]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_workload([{"unknown": "it is set by a template"}, false])]
	violation := rule.violation with input.subjects.workload as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.workload as subjects
	undecided == {{
		"kind": "workload",
		"id": "shop/Deployment/web",
		"path": ["containers", 0, "privileged"],
		"reason": "it is set by a template",
	}}
}
