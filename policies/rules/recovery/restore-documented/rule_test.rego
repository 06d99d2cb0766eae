package planproof.rules.recovery["restore-documented_test"]

import data.planproof.rules.recovery["restore-documented"] as rule

_components(rpo, procedure) := [{
	"kind": "plan-component", "id": "c", "name": "c",
	"facts": {"rpoHours": rpo, "restoreProcedure": procedure},
}]

_violated(rpo, procedure) := {one.path |
	some one in rule.violation with input.subjects["plan-component"] as _components(rpo, procedure)
}

_undecided(procedure) := {one.path |
	some one in rule.undecided with input.subjects["plan-component"] as _components(4, procedure)
}

_examined(rpo) if count(rule.examined) > 0 with input.subjects["plan-component"] as _components(rpo, null)

test_what_must_be_restored_has_a_procedure_that_exists if {
	_violated(4, null) == {["restoreProcedure"]}
	_violated(4, {"path": "a.md", "exists": false}) == {["restoreProcedure", "path"]}
	_violated(4, {"path": "a.md", "exists": true}) == set()
}

test_without_an_objective_a_procedure_is_not_asked_for if {
	_violated(null, null) == set()
	not _examined(null)
	_examined(4)
}

test_what_may_exist_is_undecided if {
	_undecided({"path": "a.md", "exists": {"unknown": "x"}}) == {["restoreProcedure", "exists"]}
	_violated(4, {"path": "a.md", "exists": {"unknown": "x"}}) == set()
}
