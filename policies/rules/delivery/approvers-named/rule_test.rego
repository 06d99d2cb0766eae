package planproof.rules.delivery["approvers-named_test"]

import data.planproof.rules.delivery["approvers-named"] as rule

_jobs(production, named) := [{
	"kind": "deploy-job", "id": "a", "name": "a",
	"facts": {"production": production, "approversNamed": named},
}]

_violated(production, named) if count(rule.violation) > 0 with input.subjects["deploy-job"] as _jobs(production, named)

_undecided(production, named) := {one.path | some one in rule.undecided with input.subjects["deploy-job"] as _jobs(production, named)}

_examined(production, named) if count(rule.examined) > 0 with input.subjects["deploy-job"] as _jobs(production, named)

test_a_question_to_anyone_before_production_is_a_violation if {
	_violated(true, false)
	not _violated(true, true)
	not _violated(true, null)
	not _violated(false, false)
}

test_what_is_open_is_undecided if {
	_undecided(true, {"unknown": "x"}) == {["approversNamed"]}
	_undecided({"unknown": "x"}, false) == {["production"]}
	_undecided({"unknown": "x"}, true) == set()
	_undecided(true, null) == set()
}

test_only_questions_before_production_are_examined if {
	_examined(true, true)
	not _examined(true, null)
	not _examined(false, true)
}
