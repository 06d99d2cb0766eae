package planproof.rules.delivery["expressions-resolve_test"]

import data.planproof.rules.delivery["expressions-resolve"] as rule

_pipeline(about) := {"kind": "pipeline", "id": "ci", "name": "CI", "facts": {"mistakes": [{"about": about, "problem": "all is wrong"}]}}

test_a_mistake_is_a_violation if {
	violation := rule.violation with input.subjects.pipeline as [_pipeline("expression")]
	{one.message | some one in violation} == {"In CI, all is wrong."}
}

test_other_mistakes_are_for_other_rules if {
	violation := rule.violation with input.subjects.pipeline as [_pipeline("other")]
	violation == set()
}
