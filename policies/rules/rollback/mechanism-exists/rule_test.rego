package planproof.rules.rollback["mechanism-exists_test"]

import data.planproof.rules.rollback["mechanism-exists"] as rule

_environments(planned, found) := [{
	"kind": "plan-environment", "id": "e", "name": "e",
	"facts": {"rollbackMechanism": planned, "foundRollbacks": found},
}]

_messages(planned, found) := {one.message |
	some one in rule.violation with input.subjects["plan-environment"] as _environments(planned, found)
}

_undecided(planned, found) if count(rule.undecided) > 0 with input.subjects["plan-environment"] as _environments(planned, found)

_examined(planned) if count(rule.examined) > 0 with input.subjects["plan-environment"] as _environments(planned, [])

test_what_is_planned_is_among_what_was_found if {
	_messages("revert", ["other", "revert"]) == set()
	_messages("revert", ["other", "more"]) == {"Environment e is planned to go back by revert; the files have other, more."}
	_messages("revert", []) == {"Environment e is planned to go back by revert; the files have no way back for it."}
}

test_without_a_plan_nothing_is_asked if {
	_messages(null, []) == set()
	not _examined(null)
	not _undecided(null, {"unknown": "x"})
	_examined("revert")
}

test_an_unknown_is_undecided if {
	_undecided("revert", {"unknown": "x"})
	_messages("revert", {"unknown": "x"}) == set()
}
