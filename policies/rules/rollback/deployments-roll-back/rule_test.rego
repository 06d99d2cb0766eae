package planproof.rules.rollback["deployments-roll-back_test"]

import data.planproof.rules.rollback["deployments-roll-back"] as rule

_rollouts(back, production) := [{
	"kind": "rollout", "id": "r", "name": "r",
	"facts": {"type": "Service", "rollsBack": back, "production": production},
}]

_violated(back, production) if count(rule.violation) > 0 with input.subjects.rollout as _rollouts(back, production)

_undecided(back, production) if count(rule.undecided) > 0 with input.subjects.rollout as _rollouts(back, production)

_examined(back, production) if count(rule.examined) > 0 with input.subjects.rollout as _rollouts(back, production)

test_what_may_be_production_goes_back if {
	_violated(false, true)
	_violated(false, {"unknown": "x"})
	not _violated(true, true)
	not _violated(false, false)
}

test_null_is_for_other_rules if {
	not _violated(null, true)
	not _examined(null, true)
	not _examined(true, false)
	_examined(true, true)
}

test_an_unknown_is_undecided if {
	_undecided({"unknown": "x"}, true)
	not _undecided({"unknown": "x"}, false)
	not _violated({"unknown": "x"}, true)
}
