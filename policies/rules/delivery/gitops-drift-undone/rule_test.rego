package planproof.rules.delivery["gitops-drift-undone_test"]

import data.planproof.rules.delivery["gitops-drift-undone"] as rule

_facts := {"type": "Application", "production": true, "automatic": true, "selfHeals": false}

_releases(facts) := [{"kind": "gitops-release", "id": "a", "name": "a", "facts": object.union(_facts, facts)}]

_violated(facts) if count(rule.violation) > 0 with input.subjects["gitops-release"] as _releases(facts)

_undecided(facts) := {one.path | some one in rule.undecided with input.subjects["gitops-release"] as _releases(facts)}

_examined(facts) if count(rule.examined) > 0 with input.subjects["gitops-release"] as _releases(facts)

test_what_syncs_production_by_itself_heals_it if {
	_violated({})
	not _violated({"selfHeals": true})
	not _violated({"production": false})
	not _violated({"automatic": false})
}

test_what_has_no_such_switch_is_not_asked if {
	not _examined({"selfHeals": null})
	not _examined({"automatic": false})
	_examined({})
}

test_an_unknown_is_undecided_unless_all_is_well if {
	_undecided({"production": {"unknown": "x"}}) == {["production"]}
	_undecided({"selfHeals": {"unknown": "x"}}) == {["selfHeals"]}
	_undecided({"selfHeals": true, "production": {"unknown": "x"}}) == set()
}
