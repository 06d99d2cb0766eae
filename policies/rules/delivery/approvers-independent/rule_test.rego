package planproof.rules.delivery["approvers-independent_test"]

import data.planproof.rules.delivery["approvers-independent"] as rule

subject(facts) := {"kind": "gate", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"gate": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"gate": [subject(facts)]}}}

examined(facts) if count(rule.examined) == 1 with input as {"subjects": {"gate": [subject(facts)]}}

facts(production, reviewers, prevents) := {
	"target": "shop",
	"production": production,
	"reviewers": reviewers,
	"preventSelfReview": prevents,
}

test_who_deploys_to_production_may_not_approve_it if {
	messages(facts(true, 1, false)) == {"Whoever deploys to shop may approve it, too."}
	messages(facts(true, 1, true)) == set()
	messages(facts(false, 1, false)) == set()
}

test_a_gate_that_asks_nobody_is_not_asked if {
	messages(facts(true, 0, false)) == set()
	not examined(facts(true, 0, false))
	examined(facts(true, {"unknown": "a"}, false))
}

test_what_is_not_known_matters_where_it_decides if {
	open(facts({"unknown": "a"}, 1, {"unknown": "b"})) == {"a", "b"}
	open(facts({"unknown": "a"}, 1, true)) == set()
	open(facts(false, 1, {"unknown": "b"})) == set()
}
