package planproof.rules.delivery["stages-as-planned_test"]

import data.planproof.rules.delivery["stages-as-planned"] as rule

_stage(kind, blocking) := {"name": kind, "kind": kind, "blocking": blocking}

_plan(stages) := [{"kind": "plan", "id": "plan", "name": "plan", "facts": {"stages": stages}}]

_pipelines(stages) := [{"kind": "pipeline", "id": "ci", "name": "ci", "facts": {"stages": stages}}]

_environments(deployed, jobs) := [{"kind": "plan-environment", "id": "e", "name": "live", "facts": {
	"deployed": deployed,
	"foundDeployJobs": jobs,
}}]

_paths(planned, pipelines) := {one.path | some one in violation} if {
	violation := rule.violation with input.subjects as {"plan": _plan(planned), "pipeline": pipelines, "plan-environment": []}
}

_undecided(planned, pipelines) := {[one.path, one.reason] | some one in undecided} if {
	undecided := rule.undecided with input.subjects as {"plan": _plan(planned), "pipeline": pipelines, "plan-environment": []}
}

_environment(stages, deployed, jobs) := {"violations": {one.id | some one in violation}, "examined": {one.id | some one in examined}} if {
	subjects := {"plan": _plan(stages), "pipeline": [], "plan-environment": _environments(deployed, jobs)}
	violation := rule.violation with input.subjects as subjects
	examined := rule.examined with input.subjects as subjects
}

test_a_stage_that_no_pipeline_has_is_a_violation if {
	_paths([_stage("build", null), _stage("sign", null)], _pipelines([_stage("build", true)])) == {["stages", 1, "kind"]}
}

test_a_stage_by_another_word_is_the_same if {
	_paths([_stage("verify", null)], _pipelines([_stage("test", true)])) == set()
	_paths([_stage("build", null)], _pipelines([_stage("package", true)])) == set()
	_paths([_stage("test", null)], _pipelines([_stage("verify", true)])) == {["stages", 0, "kind"]}
}

test_stages_that_have_many_names_are_not_looked_for if {
	_paths([_stage("approve", true)], _pipelines([])) == set()
	examined := rule.examined with input.subjects as {
		"plan": _plan([_stage("approve", true)]), "pipeline": [], "plan-environment": [],
	}
	examined == set()
}

test_the_plan_is_examined_where_a_stage_is_looked_for if {
	examined := rule.examined with input.subjects as {
		"plan": _plan([_stage("scan", null)]), "pipeline": [], "plan-environment": [],
	}
	{one.id | some one in examined} == {"plan"}
}

test_one_stage_that_stops_the_release_is_enough if {
	_paths([_stage("test", true)], _pipelines([_stage("test", false)])) == {["stages", 0, "blocking"]}
	_paths([_stage("test", true)], _pipelines([_stage("test", false), _stage("test", true)])) == set()
	_paths([_stage("test", false)], _pipelines([_stage("test", false)])) == set()
}

test_a_missing_stage_is_told_once if {
	_paths([_stage("test", true)], _pipelines([])) == {["stages", 0, "kind"]}
}

test_whether_it_stops_is_undecided_where_the_pipeline_does_not_tell if {
	unknown := _stage("test", {"unknown": "x"})
	_undecided([_stage("test", true)], _pipelines([unknown])) == {[["stages", 0, "blocking"], "x"]}
	_undecided([_stage("test", true)], _pipelines([unknown, _stage("test", true)])) == set()
	_undecided([_stage("test", false)], _pipelines([unknown])) == set()
	_paths([_stage("test", true)], _pipelines([unknown])) == set()
}

test_without_pipelines_nothing_is_told if {
	_paths([_stage("scan", true)], []) == set()
	_undecided([_stage("scan", true)], []) == {[["stages", 0, "kind"], "no pipeline is among the files"]}
}

test_what_is_deployed_past_the_plan_is_a_violation if {
	_environment([_stage("build", null)], false, ["a"]) == {"violations": {"e"}, "examined": {"plan", "e"}}
	_environment([_stage("build", null)], true, ["a"]) == {"violations": set(), "examined": {"plan", "e"}}
	_environment([_stage("build", null)], false, []) == {"violations": set(), "examined": {"plan", "e"}}
}

test_deployments_are_not_judged_where_the_plan_or_the_files_do_not_tell if {
	_environment([], false, ["a"]) == {"violations": set(), "examined": set()}
	_environment([_stage("build", null)], false, {"unknown": "x"}) == {"violations": set(), "examined": {"plan"}}
}
