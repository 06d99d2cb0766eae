package planproof.rules.delivery["branches-protected_test"]

import data.planproof.rules.delivery["branches-protected"] as rule

subject(facts) := {"kind": "branch-protection", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"branch-protection": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"branch-protection": [subject(facts)]}}}

examined(facts) if count(rule.examined) == 1 with input as {"subjects": {"branch-protection": [subject(facts)]}}

facts(reviews, force) := {"reviews": reviews, "forcePush": force}

test_each_gap_is_told if {
	messages(facts(0, true)) == {
		"Protection s asks for no approval.",
		"Protection s lets what is there be overwritten.",
	}
	messages(facts(1, false)) == set()
}

test_a_part_that_has_no_say_is_not_asked if {
	messages(facts(null, null)) == set()
	not examined(facts(null, null))
	examined(facts(null, false))
}

test_what_is_not_known_is_undecided if open(facts({"unknown": "a"}, {"unknown": "b"})) == {"a", "b"}
