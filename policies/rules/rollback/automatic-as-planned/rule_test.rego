package planproof.rules.rollback["automatic-as-planned_test"]

import data.planproof.rules.rollback["automatic-as-planned"] as rule

_environments(facts) := [{
	"kind": "plan-environment",
	"id": "live",
	"name": "live",
	"facts": object.union(
		{
			"rollbackAutomatic": true,
			"rollbackMechanism": "feature-flag",
			"foundRollbacks": ["feature-flag"],
			"foundAutomatic": false,
		},
		facts,
	),
}]

_messages(facts) := {one.message | some one in violation} if {
	violation := rule.violation with input.subjects["plan-environment"] as _environments(facts)
}

test_what_someone_has_to_start_is_a_violation if {
	_messages({}) == {"Environment live is planned to go back by itself; the files have a feature-flag that someone starts."}
}

test_what_starts_by_itself_is_right if {
	_messages({"foundAutomatic": true}) == set()
}

test_a_mechanism_that_is_missing_is_left_to_its_own_rule if {
	_messages({"foundRollbacks": ["redeploy"]}) == set()
}

test_a_plan_that_promises_no_such_thing_is_not_asked if {
	_messages({"rollbackAutomatic": false}) == set()
	examined := rule.examined with input.subjects["plan-environment"] as _environments({"rollbackAutomatic": null})
	examined == set()
}

test_it_is_undecided_where_the_files_do_not_tell if {
	facts := {"foundRollbacks": {"unknown": "x"}, "foundAutomatic": {"unknown": "y"}}
	undecided := rule.undecided with input.subjects["plan-environment"] as _environments(facts)
	{one.reason | some one in undecided} == {"x", "y"}
}
