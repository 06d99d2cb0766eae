package planproof.rules.plan["capacity-covers-workloads_test"]

import data.planproof.rules.plan["capacity-covers-workloads"] as rule

_subjects(resource, open) := {
	"plan": [{"kind": "plan", "id": "p", "name": "p", "facts": {"capacity": [{"environment": "e", "resource": resource, "available": 4}]}}],
	"plan-environment": [{"kind": "plan-environment", "id": "e", "name": "e", "facts": {"demand": [
		{"resource": "vcpu", "total": 5, "arithmetic": "a 5 × 1", "open": []},
		{"resource": "memory-gib", "total": 4, "arithmetic": "a 4 × 1", "open": open},
	]}}],
}

_paths(answers) := {answer.path | some answer in answers}

test_only_what_is_asked_for_of_the_same_resource_counts if {
	more := rule.violation with input.subjects as _subjects("vcpu", [])
	_paths(more) == {["capacity", 0, "available"]}
	enough := rule.violation with input.subjects as _subjects("memory-gib", [])
	enough == set()
	undecided := rule.undecided with input.subjects as _subjects("memory-gib", [])
	undecided == set()
}

test_what_may_be_more_is_undecided if {
	undecided := rule.undecided with input.subjects as _subjects("memory-gib", ["b, which varies"])
	_paths(undecided) == {["capacity", 0, "available"]}
}

test_a_resource_that_nobody_asks_for_is_not_examined if {
	examined := rule.examined with input.subjects as _subjects("storage-gib", [])
	examined == set()
}
