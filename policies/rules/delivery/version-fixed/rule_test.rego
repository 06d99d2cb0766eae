package planproof.rules.delivery["version-fixed_test"]

import data.planproof.rules.delivery["version-fixed"] as rule

_job(facts) := {"kind": "deploy-job", "id": "a", "name": "a", "facts": facts}

_violated(facts) if count(rule.violation) > 0 with input.subjects["deploy-job"] as [_job(facts)]

_undecided(facts) := {one.reason | some one in rule.undecided with input.subjects["deploy-job"] as [_job(facts)]}

test_what_the_title_rules_out_is_a_violation if {
	_violated({"production": true, "immutableArtifact": false})
	not _violated({"production": true, "immutableArtifact": true})
}

test_an_unknown_is_undecided if {
	facts := {"production": true, "immutableArtifact": {"unknown": "x"}}
	not _violated(facts)
	_undecided(facts) == {"x"}
}

test_other_environments_may if {
	not _violated({"production": false, "immutableArtifact": false})
	_undecided({"production": false, "immutableArtifact": false}) == set()
}

test_what_may_be_production_is_undecided if {
	facts := {"production": {"unknown": "y"}, "immutableArtifact": false}
	not _violated(facts)
	_undecided(facts) == {"y"}
}
