package planproof.rules["supply-chain"]["actions-maintained_test"]

import data.planproof.rules["supply-chain"]["actions-maintained"] as rule

_pipeline(system, about) := {
	"kind": "pipeline", "id": system, "name": system,
	"facts": {"system": system, "mistakes": [{"about": about, "problem": "nobody keeps `a/b` any more"}]},
}

_input := [_pipeline("github-actions", "archived"), _pipeline("github-actions", "action"), _pipeline("tekton", "call")]

test_only_what_is_archived_is_told if {
	violation := rule.violation with input.subjects.pipeline as _input
	{one.message | some one in violation} == {"In github-actions, nobody keeps `a/b` any more."}
}

test_only_what_has_actions_is_examined if {
	examined := rule.examined with input.subjects.pipeline as _input
	{one.id | some one in examined} == {"github-actions"}
}
