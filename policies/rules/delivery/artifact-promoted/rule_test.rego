package planproof.rules.delivery["artifact-promoted_test"]

import data.planproof.rules.delivery["artifact-promoted"] as rule

_job(facts) := {"kind": "deploy-job", "id": "a", "name": "a", "facts": facts}

_violated(facts) if count(rule.violation) > 0 with input.subjects["deploy-job"] as [_job(facts)]

_undecided(facts) := {one.reason | some one in rule.undecided with input.subjects["deploy-job"] as [_job(facts)]}

test_what_the_title_rules_out_is_a_violation if {
	_violated({"production": true, "rebuilt": true})
	not _violated({"production": true, "rebuilt": false})
}

test_an_unknown_is_undecided if {
	facts := {"production": true, "rebuilt": {"unknown": "x"}}
	not _violated(facts)
	_undecided(facts) == {"x"}
}

test_other_environments_may if {
	not _violated({"production": false, "rebuilt": true})
	_undecided({"production": false, "rebuilt": true}) == set()
}

test_what_may_be_production_is_undecided if {
	facts := {"production": {"unknown": "y"}, "rebuilt": true}
	not _violated(facts)
	_undecided(facts) == {"y"}
}
