package planproof.rules.delivery["conditions-decide_test"]

import data.planproof.rules.delivery["conditions-decide"] as rule

_pipeline(surface) := {"kind": "pipeline", "id": "p", "name": "p", "facts": {"surface": surface}}

_condition(how) := {"condition": "c", "how": how}

test_each_loose_condition_is_told_with_what_it_is if {
	pipelines := [_pipeline({"looseConditions": [_condition("always"), _condition("part")]})]
	violation := rule.violation with input.subjects.pipeline as pipelines
	{[one.path[2], one.message] | some one in violation} == {
		[0, "Pipeline p has a condition that is always true (c)."],
		[1, "Pipeline p has a condition that a part of a name meets too (c)."],
	}
}

test_pipelines_without_a_surface_are_not_examined if {
	pipelines := [_pipeline(null), object.union(_pipeline({"looseConditions": []}), {"id": "q"})]
	examined := rule.examined with input.subjects.pipeline as pipelines
	{one.id | some one in examined} == {"q"}
}
