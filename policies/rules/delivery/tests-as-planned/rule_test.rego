package planproof.rules.delivery["tests-as-planned_test"]

import data.planproof.rules.delivery["tests-as-planned"] as rule

_subjects(tests, pipelines) := {
	"plan": [{"kind": "plan", "id": "plan", "name": "plan", "facts": {"tests": tests}}],
	"pipeline": [{"kind": "pipeline", "id": "p", "name": "p", "facts": {"stages": stages}} | some stages in pipelines],
}

_stage(kind, detail, blocking) := {"kind": kind, "detail": detail, "blocking": blocking}

_violated(tests, pipelines) if count(rule.violation) > 0 with input.subjects as _subjects(tests, pipelines)

_undecided(tests, pipelines) if count(rule.undecided) > 0 with input.subjects as _subjects(tests, pipelines)

test_each_planned_test_runs_in_some_pipeline_and_can_fail_it if {
	not _violated(["unit", "smoke"], [[_stage("test", "unit", true)], [_stage("verify", "smoke", true)]])
	_violated(["unit"], [[_stage("test", "e2e", true)]])
	_violated(["unit"], [[_stage("test", "unit", false)]])
	_violated(["unit"], [[_stage("build", "unit", true)]])
}

test_without_pipelines_it_is_undecided if {
	_undecided(["unit"], [])
	not _undecided([], [])
	not _undecided(["unit"], [[]])
}
