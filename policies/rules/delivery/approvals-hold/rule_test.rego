package planproof.rules.delivery["approvals-hold_test"]

import data.planproof.rules.delivery["approvals-hold"] as rule

_pipeline(format, about) := {
	"kind": "pipeline", "id": "ci", "name": "CI", "format": format,
	"facts": {"mistakes": [{"about": about, "problem": "nothing waits"}]},
}

test_only_what_is_about_approvals_is_told if {
	pipelines := [_pipeline("circleci", "approval"), _pipeline("circleci", "call")]
	violation := rule.violation with input.subjects.pipeline as pipelines
	{one.message | some one in violation} == {"In CI, nothing waits."}
}

test_only_systems_that_are_read_for_it_are_examined if {
	count(rule.examined) == 1 with input.subjects.pipeline as [_pipeline("gitlab-ci", "call")]
	count(rule.examined) == 0 with input.subjects.pipeline as [_pipeline("tekton", "call")]
}
