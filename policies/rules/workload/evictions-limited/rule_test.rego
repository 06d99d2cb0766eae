package planproof.rules.workload["evictions-limited_test"]

import data.planproof.rules.workload["evictions-limited"] as rule

_workloads(type, replicas, budgeted) := [{"kind": "workload", "id": "w", "name": "web", "facts": {"type": type, "replicas": replicas, "budgeted": budgeted}}]

_answer(type, replicas, budgeted) := {"violated": count(violated), "undecided": {one.path[0] | some one in open}} if {
	violated := rule.violation with input.subjects.workload as _workloads(type, replicas, budgeted)
	open := rule.undecided with input.subjects.workload as _workloads(type, replicas, budgeted)
}

test_several_without_a_budget_count if _answer("Deployment", 2, false) == {"violated": 1, "undecided": set()}

test_one_alone_and_those_with_a_budget_do_not if {
	_answer("Deployment", 1, false) == {"violated": 0, "undecided": set()}
	_answer("StatefulSet", 3, true) == {"violated": 0, "undecided": set()}
	_answer("Job", 3, false) == {"violated": 0, "undecided": set()}
}

test_how_many_there_are_can_be_open if {
	_answer("Deployment", {"unknown": "x"}, false) == {"violated": 0, "undecided": {"replicas"}}
	_answer("Deployment", {"unknown": "x"}, true) == {"violated": 0, "undecided": set()}
}
