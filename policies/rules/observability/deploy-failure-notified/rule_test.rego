package planproof.rules.observability["deploy-failure-notified_test"]

import data.planproof.rules.observability["deploy-failure-notified"] as rule

_job(facts) := {"kind": "deploy-job", "id": "a", "name": "a", "facts": facts}

_violated(facts) if count(rule.violation) > 0 with input.subjects["deploy-job"] as [_job(facts)]

_undecided(facts) := {one.reason | some one in rule.undecided with input.subjects["deploy-job"] as [_job(facts)]}

test_what_the_title_rules_out_is_a_violation if {
	_violated({"production": true, "failureNotified": false})
	not _violated({"production": true, "failureNotified": true})
}

test_an_unknown_is_undecided if {
	facts := {"production": true, "failureNotified": {"unknown": "x"}}
	not _violated(facts)
	_undecided(facts) == {"x"}
}

test_other_environments_may if {
	not _violated({"production": false, "failureNotified": false})
	_undecided({"production": false, "failureNotified": false}) == set()
}

test_what_may_be_production_is_undecided if {
	facts := {"production": {"unknown": "y"}, "failureNotified": false}
	not _violated(facts)
	_undecided(facts) == {"y"}
}
