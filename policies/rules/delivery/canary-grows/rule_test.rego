package planproof.rules.delivery["canary-grows_test"]

import data.planproof.rules.delivery["canary-grows"] as rule

_rollout(weights) := {
	"kind": "rollout",
	"id": "shop",
	"name": "shop",
	"facts": {"type": "Rollout", "weights": weights},
}

_messages(weights) := {one.message | some one in violation} if {
	violation := rule.violation with input.subjects.rollout as [_rollout(weights)]
}

test_a_share_that_grows_or_stays_is_right if {
	_messages([5, 25, 25, 100]) == set()
}

test_each_step_back_is_a_violation if {
	_messages([20, 10, 50, 40]) == {
		"Rollout shop gives the new version 10 percent of the traffic after 20.",
		"Rollout shop gives the new version 40 percent of the traffic after 50.",
	}
}

test_all_of_the_traffic_at_once_is_a_violation if {
	_messages([100]) == {"Rollout shop gives the new version all of the traffic at its first step."}
}

test_less_after_all_of_the_traffic_is_a_step_back_only if {
	_messages([100, 50]) == {"Rollout shop gives the new version 50 percent of the traffic after 100."}
}

test_a_canary_without_weights_says_nothing_of_them if {
	_messages([]) == set()
}

test_what_has_no_such_steps_is_not_looked_at if {
	examined := rule.examined with input.subjects.rollout as [_rollout(null)]
	examined == set()
}

test_it_is_undecided_where_the_weights_are_unknown if {
	subjects := [_rollout({"unknown": "w"})]
	undecided := rule.undecided with input.subjects.rollout as subjects
	{one.reason | some one in undecided} == {"w"}
	violation := rule.violation with input.subjects.rollout as subjects
	violation == set()
}
