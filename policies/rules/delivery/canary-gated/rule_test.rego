package planproof.rules.delivery["canary-gated_test"]

import data.planproof.rules.delivery["canary-gated"] as rule

subject(facts) := {"kind": "rollout", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"rollout": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"rollout": [subject(facts)]}}}

examined(facts) if count(rule.examined) == 1 with input as {"subjects": {"rollout": [subject(facts)]}}

facts(gated, skipped) := {"type": "Rollout", "gated": gated, "analysisSkipped": skipped}

test_all_traffic_at_once_is_told if {
	count(messages(facts(false, false))) == 1
	messages(facts(true, false)) == set()
}

test_what_another_rule_tells_is_not_undecided_here if {
	open(facts({"unknown": "a"}, false)) == {"a"}
	open(facts({"unknown": "a"}, true)) == set()
}

test_what_has_no_canary_is_not_asked if {
	messages(facts(null, false)) == set()
	not examined(facts(null, false))
	examined(facts(true, false))
}
