package planproof.rules.workload["evictions-possible_test"]

import data.planproof.rules.workload["evictions-possible"] as rule

_budgets(never, spared) := [{
	"kind": "disruption-budget", "id": "b", "name": "keep",
	"facts": {"never": never, "about": [{"workload": "web", "replicas": 2, "spared": spared}]},
}]

_violated(never, spared) := {one.path | some one in rule.violation with input.subjects["disruption-budget"] as _budgets(never, spared)}

test_a_budget_without_room_counts_once if {
	_violated(true, 0) == {["never"]}
	_violated(false, 0) == {["about", 0, "spared"]}
}

test_one_with_room_does_not if _violated(false, 1) == set()

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects["disruption-budget"] as _budgets(false, {"unknown": "x"})
	{one.path | some one in undecided} == {["about", 0, "spared"]}
}
