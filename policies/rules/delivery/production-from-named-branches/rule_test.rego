package planproof.rules.delivery["production-from-named-branches_test"]

import data.planproof.rules.delivery["production-from-named-branches"] as rule

_job(production, approval, limited) := [{
	"kind": "deploy-job", "id": "a", "name": "a",
	"facts": {"production": production, "approval": approval, "branchesLimited": limited},
}]

_violated(production, approval, limited) if count(rule.violation) > 0 with input.subjects["deploy-job"] as _job(production, approval, limited)

_undecided(production, approval, limited) := {one.path | some one in rule.undecided with input.subjects["deploy-job"] as _job(production, approval, limited)}

test_any_branch_without_an_approval_is_a_violation if {
	_violated(true, "none", false)
	not _violated(true, "none", true)
	not _violated(true, "required", false)
	not _violated(false, "none", false)
}

test_what_may_be_well_is_undecided if {
	unknown := {"unknown": "x"}
	_undecided(true, "none", unknown) == {["branchesLimited"]}
	_undecided(unknown, "none", false) == {["production"]}
	_undecided(true, unknown, false) == {["approval"]}
	_undecided(true, "required", unknown) == set()
	_undecided(true, unknown, true) == set()
	_undecided(false, unknown, unknown) == set()
}
