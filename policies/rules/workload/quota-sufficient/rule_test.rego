package planproof.rules.workload["quota-sufficient_test"]

import data.planproof.rules.workload["quota-sufficient"] as rule

_limits(facts) := {"resource-limit": [{"kind": "resource-limit", "id": "q", "name": "q", "facts": object.union(
	{
		"type": "ResourceQuota", "namespace": "n", "partial": false, "cpu": 2, "memory": 1073741824, "pods": 3,
		"asked": [], "refused": [],
	},
	facts,
)}]}

_asked(resource, total, open) := {"asked": [{"resource": resource, "total": total, "arithmetic": "a 1 × 1", "open": open}]}

_paths(answers) := {answer.path | some answer in answers}

test_more_than_is_granted_is_a_violation_whatever_else_is_open if {
	some [resource, total] in [["cpu", 2.5], ["memory", 1.5], ["pods", 4]]
	some open in [[], ["b, which varies"]]
	all := _limits(_asked(resource, total, open))
	violation := rule.violation with input.subjects as all
	_paths(violation) == {[resource]}
	undecided := rule.undecided with input.subjects as all
	undecided == set()
}

test_what_fits_is_decided_only_where_all_is_known if {
	closed := rule.undecided with input.subjects as _limits(_asked("memory", 1, []))
	closed == set()
	open := rule.undecided with input.subjects as _limits(_asked("memory", 1, ["b, which varies"]))
	_paths(open) == {["memory"]}
}

test_a_quota_for_some_pods_only_is_undecided if {
	all := _limits(object.union(_asked("cpu", 5, []), {"partial": true, "refused": [{"container": "c"}]}))
	violation := rule.violation with input.subjects as all
	violation == set()
	undecided := rule.undecided with input.subjects as all
	_paths(undecided) == {["partial"]}
}

test_what_karpenter_may_add_is_no_quota if {
	examined := rule.examined with input.subjects as _limits({"type": "NodePool"})
	examined == set()
}
