package planproof.rules.delivery["steps-as-planned_test"]

import data.planproof.rules.delivery["steps-as-planned"] as rule

_environment(steps) := {"kind": "plan-environment", "id": "live", "name": "live", "facts": {"steps": steps}}

_rollout(environment, weights) := {
	"kind": "rollout",
	"id": sprintf("%s/shop", [environment]),
	"name": "shop",
	"environment": environment,
	"facts": {"type": "Rollout", "weights": weights},
}

_subjects(steps, rollouts) := {"plan-environment": [_environment(steps)], "rollout": rollouts}

_messages(steps, rollouts) := {one.message | some one in violation} if {
	violation := rule.violation with input.subjects as _subjects(steps, rollouts)
}

test_the_last_step_and_the_first_go_without_saying if {
	_messages([10, 50], [_rollout("live", [0, 10, 50, 100])]) == set()
	_messages([10, 50, 100], [_rollout("live", [10, 50])]) == set()
}

test_other_steps_are_a_violation if {
	_messages([10, 50], [_rollout("live", [25, 50, 100])]) == {"Rollout shop gives the new version 25, 50, 100 percent of the traffic; live is planned to get 10, 50."}
}

test_the_order_of_the_steps_counts if {
	count(_messages([10, 50], [_rollout("live", [50, 10])])) == 1
}

test_releases_of_other_environments_do_not_count if {
	_messages([10, 50], [_rollout("staging", [25])]) == set()
}

test_it_is_undecided_without_a_release_that_has_steps if {
	undecided := rule.undecided with input.subjects as _subjects([10, 50], [_rollout("live", null)])
	{[one.kind, one.reason] | some one in undecided} == {["plan-environment", "no release with such steps is among the files"]}
}

test_it_is_undecided_where_a_release_has_steps_that_are_unknown if {
	undecided := rule.undecided with input.subjects as _subjects([10, 50], [_rollout("live", {"unknown": "w"})])
	{[one.kind, one.reason] | some one in undecided} == {["rollout", "w"]}
}

test_an_environment_without_planned_steps_is_not_looked_at if {
	examined := rule.examined with input.subjects as _subjects(null, [_rollout("live", [10])])
	examined == set()
}
