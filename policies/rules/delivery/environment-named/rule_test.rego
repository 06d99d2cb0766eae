package planproof.rules.delivery["environment-named_test"]

import data.planproof.rules.delivery["environment-named"] as rule

_job(facts) := {"kind": "deploy-job", "id": "a", "name": "a", "facts": facts}

_violated(facts) if count(rule.violation) > 0 with input.subjects["deploy-job"] as [_job(facts)]

_undecided(facts) := {one.reason | some one in rule.undecided with input.subjects["deploy-job"] as [_job(facts)]}

test_what_the_title_rules_out_is_a_violation if {
	_violated({"production": true, "environmentNamed": false})
	not _violated({"production": true, "environmentNamed": true})
}

test_an_unknown_is_undecided if {
	facts := {"production": true, "environmentNamed": {"unknown": "x"}}
	not _violated(facts)
	_undecided(facts) == {"x"}
}

test_other_environments_may if {
	not _violated({"production": false, "environmentNamed": false})
	_undecided({"production": false, "environmentNamed": false}) == set()
}

test_what_may_be_production_is_undecided if {
	facts := {"production": {"unknown": "y"}, "environmentNamed": false}
	not _violated(facts)
	_undecided(facts) == {"y"}
}
