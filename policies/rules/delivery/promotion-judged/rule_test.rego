package planproof.rules.delivery["promotion-judged_test"]

import data.planproof.rules.delivery["promotion-judged"] as rule

_facts := {"type": "Canary", "production": true, "judged": true, "gated": true, "analysisSkipped": false}

_rollouts(facts) := [{"kind": "rollout", "id": "a", "name": "a", "facts": object.union(_facts, facts)}]

_violated(facts) if count(rule.violation) > 0 with input.subjects.rollout as _rollouts(facts)

_undecided(facts) := {one.path | some one in rule.undecided with input.subjects.rollout as _rollouts(facts)}

_examined(facts) if count(rule.examined) > 0 with input.subjects.rollout as _rollouts(facts)

test_what_is_promoted_in_production_is_judged if {
	_violated({"judged": false})
	not _violated({})
	not _violated({"judged": false, "production": false})
}

test_what_other_rules_tell_is_not_told_again if {
	not _violated({"judged": false, "gated": false})
	not _examined({"gated": null})
	not _violated({"judged": false, "analysisSkipped": true})
	_violated({"judged": false, "gated": {"unknown": "x"}})
}

test_who_judges_needs_a_way_to_the_new_version if {
	_violated({"preview": false})
	not _violated({"preview": true})
	not _violated({"preview": false, "production": false})
	count(rule.violation) == 1 with input.subjects.rollout as _rollouts({"preview": false, "judged": false})
}

test_what_is_unknown_is_undecided_unless_all_is_well if {
	_undecided({"judged": {"unknown": "x"}}) == {["judged"]}
	_undecided({"judged": false, "production": {"unknown": "x"}}) == {["production"]}
	_undecided({"production": {"unknown": "x"}}) == set()
	_undecided({"judged": {"unknown": "x"}, "production": false}) == set()
}

test_only_what_may_be_production_is_examined if {
	_examined({})
	_examined({"production": {"unknown": "x"}})
	not _examined({"production": false})
}
