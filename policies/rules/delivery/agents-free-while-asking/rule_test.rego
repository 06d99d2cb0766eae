package planproof.rules.delivery["agents-free-while-asking_test"]

import data.planproof.rules.delivery["agents-free-while-asking"] as rule

_pipeline(format, about) := {
	"kind": "pipeline", "id": "ci", "name": "CI", "format": format,
	"facts": {"mistakes": [{"about": about, "problem": "it waits"}]},
}

test_only_what_is_about_machines_is_told if {
	pipelines := [_pipeline("jenkins", "machine"), _pipeline("jenkins", "call")]
	violation := rule.violation with input.subjects.pipeline as pipelines
	{one.message | some one in violation} == {"In CI, it waits."}
}

test_only_systems_that_are_read_for_it_are_examined if {
	count(rule.examined) == 1 with input.subjects.pipeline as [_pipeline("jenkins", "call")]
	count(rule.examined) == 0 with input.subjects.pipeline as [_pipeline("tekton", "call")]
}
