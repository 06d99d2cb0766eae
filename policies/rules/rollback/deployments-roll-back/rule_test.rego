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

_jobs(back, production) := [{
	"kind": "deploy-job", "id": "j", "name": "j",
	"facts": {"rollsBack": back, "production": production},
}]

_job_violated(back, production) if count(rule.violation) > 0 with input.subjects as {"deploy-job": _jobs(back, production)}

_job_undecided(back, production) if count(rule.undecided) > 0 with input.subjects as {"deploy-job": _jobs(back, production)}

_job_examined(back, production) if count(rule.examined) > 0 with input.subjects as {"deploy-job": _jobs(back, production)}

test_a_deploy_job_goes_back_unless_that_is_not_its_matter if {
	_job_violated(false, true)
	_job_violated(false, {"unknown": "x"})
	not _job_violated(false, false)
	not _job_violated(null, true)
	not _job_examined(null, true)
	_job_examined(true, true)
	_job_undecided({"unknown": "x"}, true)
	not _job_undecided(true, {"unknown": "x"})
}
