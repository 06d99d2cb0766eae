package planproof.rules.delivery["scans-as-planned_test"]

import data.planproof.rules.delivery["scans-as-planned"] as rule

_subjects(tests, pipelines) := {
	"plan": [{"kind": "plan", "id": "plan", "name": "plan", "facts": {"scans": tests}}],
	"pipeline": [{"kind": "pipeline", "id": "p", "name": "p", "facts": {"stages": stages}} | some stages in pipelines],
}

_stage(kind, detail, blocking) := {"kind": kind, "detail": detail, "blocking": blocking}

_violated(tests, pipelines) if count(rule.violation) > 0 with input.subjects as _subjects(tests, pipelines)

_undecided(tests, pipelines) if count(rule.undecided) > 0 with input.subjects as _subjects(tests, pipelines)

test_each_planned_scan_runs_in_some_pipeline_and_can_fail_it if {
	not _violated(["sast", "image"], [[_stage("scan", "sast", true)], [_stage("scan", "image", true)]])
	_violated(["sast"], [[_stage("scan", "image", true)]])
	_violated(["sast"], [[_stage("scan", "sast", false)]])
	_violated(["sast"], [[_stage("test", "sast", true)]])
}

test_without_pipelines_it_is_undecided if {
	_undecided(["sast"], [])
	not _undecided([], [])
	not _undecided(["sast"], [[]])
}
