package planproof.rules.delivery["production-approved_test"]

import data.planproof.rules.delivery["production-approved"] as rule

_jobs(production, fact) := [{
	"kind": "deploy-job", "id": "a", "name": "a",
	"facts": {"production": production, "approval": fact},
}]

_violated(production, fact) if count(rule.violation) > 0 with input.subjects["deploy-job"] as _jobs(production, fact)

_undecided(production, fact) := {one.path | some one in rule.undecided with input.subjects["deploy-job"] as _jobs(production, fact)}

_examined(production) if count(rule.examined) > 0 with input.subjects["deploy-job"] as _jobs(production, "required")

test_production_must_and_other_environments_need_not if {
	_violated(true, "none")
	not _violated(true, "required")
	not _violated(false, "none")
}

test_what_may_be_production_is_undecided_unless_all_is_well if {
	_undecided({"unknown": "x"}, "none") == {["production"]}
	_undecided(true, {"unknown": "x"}) == {["approval"]}
	_undecided({"unknown": "x"}, "required") == set()
	_undecided(false, {"unknown": "x"}) == set()
	not _violated({"unknown": "x"}, "none")
}

test_only_what_may_be_production_is_examined if {
	_examined(true)
	_examined({"unknown": "x"})
	not _examined(false)
}
