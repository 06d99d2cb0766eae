package planproof.rules.identity["cluster-tokens-needed_test"]

import data.planproof.rules.identity["cluster-tokens-needed"] as rule

_workloads(mounted, account) := [{"kind": "workload", "id": "w", "name": "web", "facts": {"tokenMounted": mounted, "serviceAccount": account}}]

_answer(mounted, account) := {"violated": count(violated), "undecided": {one.path[0] | some one in open}} if {
	violated := rule.violation with input.subjects.workload as _workloads(mounted, account)
	open := rule.undecided with input.subjects.workload as _workloads(mounted, account)
}

test_the_default_account_needs_no_token if _answer(true, "default") == {"violated": 1, "undecided": set()}

test_an_account_of_its_own_may if _answer(true, "web") == {"violated": 0, "undecided": set()}

test_what_does_not_matter_may_be_unknown if {
	_answer(false, {"unknown": "x"}) == {"violated": 0, "undecided": set()}
	_answer({"unknown": "x"}, "web") == {"violated": 0, "undecided": set()}
	_answer({"unknown": "x"}, "default") == {"violated": 0, "undecided": {"tokenMounted"}}
	_answer(true, {"unknown": "x"}) == {"violated": 0, "undecided": {"serviceAccount"}}
}

test_services_of_compose_are_not_examined if {
	examined := rule.examined with input.subjects.workload as [{"kind": "workload", "id": "w", "name": "w", "facts": {}}]
	examined == set()
}
