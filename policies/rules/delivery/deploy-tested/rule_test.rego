package planproof.rules.delivery["deploy-tested_test"]

import data.planproof.rules.delivery["deploy-tested"] as rule

_jobs(production, fact) := [{
	"kind": "deploy-job", "id": "a", "name": "a",
	"facts": {"production": production, "testedBefore": fact, "pipeline": "p"},
}]

_violated(production, fact) if count(rule.violation) > 0 with input.subjects["deploy-job"] as _jobs(production, fact)

_undecided(production, fact) := {one.path | some one in rule.undecided with input.subjects["deploy-job"] as _jobs(production, fact)}

_examined(production) if count(rule.examined) > 0 with input.subjects["deploy-job"] as _jobs(production, true)

test_production_must_and_other_environments_need_not if {
	_violated(true, false)
	not _violated(true, true)
	not _violated(false, false)
}

test_what_may_be_production_is_undecided_unless_all_is_well if {
	_undecided({"unknown": "x"}, false) == {["production"]}
	_undecided(true, {"unknown": "x"}) == {["testedBefore"]}
	_undecided({"unknown": "x"}, true) == set()
	_undecided(false, {"unknown": "x"}) == set()
	not _violated({"unknown": "x"}, false)
}

test_only_what_may_be_production_is_examined if {
	_examined(true)
	_examined({"unknown": "x"})
	not _examined(false)
}

_message(stages) := [one.message | some one in _told(stages)][0]

_told(stages) := violation if {
	job := {
		"kind": "deploy-job", "id": "a", "name": "a",
		"facts": {"pipeline": "p", "production": true, "testedBefore": false},
	}
	violation := rule.violation with input.subjects as {"deploy-job": [job], "pipeline": [
		{"kind": "pipeline", "id": "p", "facts": {"stages": stages}},
		{"kind": "pipeline", "id": "q", "facts": {"stages": [{"kind": "test", "blocking": false}]}},
	]}
}

test_one_that_does_not_block_is_told_of if {
	_message([{"kind": "test", "blocking": false}]) == "Deploy job a does not wait for tests that can fail it."
	_message([{"kind": "test", "blocking": true}]) == "Deploy job a does not wait for tests."
	_message([{"kind": "sign", "blocking": false}]) == "Deploy job a does not wait for tests."
}
