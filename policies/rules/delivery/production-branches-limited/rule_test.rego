package planproof.rules.delivery["production-branches-limited_test"]

import data.planproof.rules.delivery["production-branches-limited"] as rule

subject(facts) := {"kind": "gate", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"gate": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"gate": [subject(facts)]}}}

examined(facts) if count(rule.examined) == 1 with input as {"subjects": {"gate": [subject(facts)]}}

facts(production, limited) := {"target": "shop", "production": production, "branchesLimited": limited}

test_production_takes_some_branches_only if {
	messages(facts(true, false)) == {"Every branch may be deployed to shop."}
	messages(facts(false, false)) == set()
	messages(facts(true, true)) == set()
}

test_a_system_that_has_it_elsewhere_is_not_asked if {
	messages(facts(true, null)) == set()
	open(facts({"unknown": "a"}, null)) == set()
	not examined(facts(true, null))
	examined(facts(true, true))
}

test_what_is_not_known_matters_where_it_decides if {
	open(facts({"unknown": "a"}, {"unknown": "b"})) == {"a", "b"}
	open(facts(false, {"unknown": "b"})) == set()
	open(facts({"unknown": "a"}, true)) == set()
}
