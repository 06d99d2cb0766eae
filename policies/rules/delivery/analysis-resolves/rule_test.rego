package planproof.rules.delivery["analysis-resolves_test"]

import data.planproof.rules.delivery["analysis-resolves"] as rule

_rollout(templates) := [{"kind": "rollout", "id": "r", "name": "shop", "facts": {"type": "Rollout", "templates": templates}}]

_template(found) := {"name": "AnalysisTemplate errors", "found": found}

test_a_template_of_another_scope_is_a_violation if {
	violation := rule.violation with input.subjects.rollout as _rollout([_template(true), _template(false)])
	{[one.path, one.message] | some one in violation} == {[
		["templates", 1, "found"],
		"Rollout shop names the AnalysisTemplate errors, which exists in another scope only.",
	]}
}

test_a_template_that_may_be_elsewhere_is_undecided if {
	rollouts := _rollout([_template(true), _template({"unknown": "x"})])
	violation := rule.violation with input.subjects.rollout as rollouts
	violation == set()
	undecided := rule.undecided with input.subjects.rollout as rollouts
	{[one.path, one.reason] | some one in undecided} == {[["templates", 1, "found"], "x"]}
}

test_releases_without_an_analysis_are_not_examined if {
	none := rule.examined with input.subjects.rollout as _rollout([])
	none == set()
	examined := rule.examined with input.subjects.rollout as _rollout([_template(true)])
	{one.id | some one in examined} == {"r"}
}
