package planproof.rules.delivery["gitops-source-fixed_test"]

import data.planproof.rules.delivery["gitops-source-fixed"] as rule

subject(facts) := {"kind": "gitops-release", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"gitops-release": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"gitops-release": [subject(facts)]}}}

facts(production, automatic, fixed) := {
	"type": "Application",
	"revision": "main",
	"production": production,
	"automatic": automatic,
	"fixed": fixed,
}

test_a_branch_that_goes_into_production_by_itself_is_told if {
	messages(facts(true, true, false)) == {"Application s brings whatever main holds into production by itself."}
	messages(facts(false, true, false)) == set()
	messages(facts(true, false, false)) == set()
	messages(facts(true, true, true)) == set()
}

test_what_is_not_known_matters_unless_another_fact_decides if {
	open(facts({"unknown": "a"}, {"unknown": "b"}, {"unknown": "c"})) == {"a", "b", "c"}
	open(facts(false, {"unknown": "b"}, {"unknown": "c"})) == set()
	open(facts({"unknown": "a"}, false, {"unknown": "c"})) == set()
	open(facts({"unknown": "a"}, {"unknown": "b"}, true)) == set()
}
