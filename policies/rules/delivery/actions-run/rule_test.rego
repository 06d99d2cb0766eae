package planproof.rules.delivery["actions-run_test"]

import data.planproof.rules.delivery["actions-run"] as rule

_pipeline(about) := {"kind": "pipeline", "id": "ci", "name": "CI", "facts": {"mistakes": [{"about": about, "problem": "it fails"}]}}

test_only_what_is_about_actions_is_told if {
	violation := rule.violation with input.subjects.pipeline as [_pipeline("action"), _pipeline("call")]
	{one.message | some one in violation} == {"In CI, it fails."}
}
