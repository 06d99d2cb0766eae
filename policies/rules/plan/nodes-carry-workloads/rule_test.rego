package planproof.rules.plan["nodes-carry-workloads_test"]

import data.planproof.rules.plan["nodes-carry-workloads"] as rule

_subjects(demand) := {"plan-environment": [{"kind": "plan-environment", "id": "e", "name": "e", "facts": {"demand": [object.union(
	{
		"resource": "vcpu", "total": 4, "arithmetic": "a 4 × 1", "open": [], "largestPod": 1, "largestOf": "a", "nodes": 4,
		"nodesArithmetic": "n 2 × t (2)", "largestNode": 2,
	},
	demand,
)]}}]}

_paths(answers) := {answer.path | some answer in answers}

_nodes := ["demand", 0, "nodes"]

test_what_fits_exactly_is_carried if {
	violation := rule.violation with input.subjects as _subjects({})
	violation == set()
	undecided := rule.undecided with input.subjects as _subjects({})
	undecided == set()
}

test_more_than_all_machines_have_is_a_violation_even_where_more_may_be_asked_for if {
	some open in [[], ["b, which varies"]]
	all := _subjects({"total": 4.1, "open": open})
	violation := rule.violation with input.subjects as all
	_paths(violation) == {_nodes}
	undecided := rule.undecided with input.subjects as all
	undecided == set()
}

test_a_pod_larger_than_any_machine_is_a_violation_though_the_sum_fits if {
	violation := rule.violation with input.subjects as _subjects({"largestPod": 3})
	_paths(violation) == {["demand", 0, "largestPod"]}
}

test_a_sum_that_may_be_more_is_undecided if {
	undecided := rule.undecided with input.subjects as _subjects({"open": ["b, which varies"]})
	_paths(undecided) == {_nodes}
}

test_machines_that_are_not_known_are_undecided_and_none_are_not_examined if {
	lost := {"nodes": {"unknown": "no size"}, "largestNode": {"unknown": "no size"}}
	undecided := rule.undecided with input.subjects as _subjects(lost)
	_paths(undecided) == {_nodes}
	none := _subjects({"nodes": null, "largestNode": null})
	examined := rule.examined with input.subjects as none
	examined == set()
	violation := rule.violation with input.subjects as none
	violation == set()
}
