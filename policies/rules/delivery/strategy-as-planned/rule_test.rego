package planproof.rules.delivery["strategy-as-planned_test"]

import data.planproof.rules.delivery["strategy-as-planned"] as rule

_environments(planned, found) := [{
	"kind": "plan-environment", "id": "e", "name": "e",
	"facts": {"strategy": planned, "foundStrategies": found},
}]

_messages(planned, found) := {one.message |
	some one in rule.violation with input.subjects["plan-environment"] as _environments(planned, found)
}

_undecided(planned, found) if count(rule.undecided) > 0 with input.subjects["plan-environment"] as _environments(planned, found)

_examined(planned) if count(rule.examined) > 0 with input.subjects["plan-environment"] as _environments(planned, [])

test_what_is_planned_is_among_what_was_found if {
	_messages("canary", ["other", "canary"]) == set()
	_messages("canary", ["other", "more"]) == {"Environment e is planned to release by canary; the files have other, more."}
	_messages("canary", []) == {"Environment e is planned to release by canary; the files have no workload for it."}
}

test_without_a_plan_nothing_is_asked if {
	_messages(null, []) == set()
	not _examined(null)
	not _undecided(null, {"unknown": "x"})
	_examined("canary")
}

test_an_unknown_is_undecided if {
	_undecided("canary", {"unknown": "x"})
	_messages("canary", {"unknown": "x"}) == set()
}
