package planproof.rules.delivery["approvals-as-planned_test"]

import data.planproof.rules.delivery["approvals-as-planned"] as rule

_environment(facts) := {
	"kind": "plan-environment",
	"id": "staging",
	"name": "staging",
	"facts": object.union({"approvals": 1, "production": false, "foundDeployJobs": ["a"]}, facts),
}

_job(id, approval) := {"kind": "deploy-job", "id": id, "name": id, "facts": {"approval": approval}}

_subjects(facts, jobs) := {"plan-environment": [_environment(facts)], "deploy-job": jobs}

_found(facts, jobs) := {one.id | some one in violation} if {
	violation := rule.violation with input.subjects as _subjects(facts, jobs)
}

test_only_the_jobs_that_deploy_to_the_environment_are_asked if {
	_found({}, [_job("a", "none"), _job("b", "none")]) == {"a"}
}

test_a_job_that_asks_is_right if {
	_found({}, [_job("a", "required")]) == set()
}

test_an_environment_that_plans_no_approval_asks_for_none if {
	_found({"approvals": 0}, [_job("a", "none")]) == set()
	_found({"approvals": null}, [_job("a", "none")]) == set()
}

test_production_is_left_to_its_own_rule if {
	_found({"production": true}, [_job("a", "none")]) == set()
}

test_it_is_undecided_where_the_approval_is_unknown if {
	undecided := rule.undecided with input.subjects as _subjects({}, [_job("a", {"unknown": "x"})])
	{[one.id, one.reason] | some one in undecided} == {["a", "x"]}
}

test_it_is_undecided_where_the_jobs_are_unknown if {
	undecided := rule.undecided with input.subjects as _subjects({"foundDeployJobs": {"unknown": "y"}}, [])
	{[one.id, one.reason] | some one in undecided} == {["staging", "y"]}
}
