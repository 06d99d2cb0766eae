package planproof.rules.delivery["analysis-not-skipped_test"]

import data.planproof.rules.delivery["analysis-not-skipped"] as rule

subject(facts) := {"kind": "rollout", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"rollout": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"rollout": [subject(facts)]}}}

facts(production, skipped) := {"type": "Rollout", "production": production, "analysisSkipped": skipped}

test_it_is_told_unless_it_is_not_production if {
	messages(facts(true, true)) == {"Rollout s is promoted without its analysis."}
	messages(facts({"unknown": "a"}, true)) == {"Rollout s is promoted without its analysis."}
	messages(facts(false, true)) == set()
	messages(facts(true, false)) == set()
}

test_what_is_not_known_matters_in_production_only if {
	open(facts(true, {"unknown": "a"})) == {"a"}
	open(facts(false, {"unknown": "a"})) == set()
}
