package planproof.rules.delivery["gitops-deletes-guarded_test"]

import data.planproof.rules.delivery["gitops-deletes-guarded"] as rule

_facts := {"type": "Application", "production": true, "automatic": true, "prunes": true, "emptied": false, "windowed": false}

_releases(facts) := [{"kind": "gitops-release", "id": "a", "name": "a", "facts": object.union(_facts, facts)}]

_told(facts) := {one.path | some one in rule.violation with input.subjects["gitops-release"] as _releases(facts)}

_undecided(facts) := {one.path | some one in rule.undecided with input.subjects["gitops-release"] as _releases(facts)}

_examined(facts) if count(rule.examined) > 0 with input.subjects["gitops-release"] as _releases(facts)

test_what_deletes_by_itself_at_any_hour_is_told if {
	_told({}) == {["prunes"]}
	_told({"windowed": true}) == set()
	_told({"prunes": false}) == set()
	_told({"production": false}) == set()
	_told({"automatic": false}) == set()
}

test_what_may_delete_everything_is_told_in_any_case if {
	_told({"emptied": true}) == {["emptied"]}
	_told({"emptied": true, "windowed": true}) == {["emptied"]}
	_told({"emptied": true, "prunes": false}) == set()
}

test_an_unknown_is_undecided_where_it_matters if {
	_undecided({"windowed": {"unknown": "x"}}) == {["windowed"]}
	_undecided({"windowed": {"unknown": "x"}, "prunes": false}) == set()
	_undecided({"production": {"unknown": "x"}}) == {["production"]}
	_undecided({"emptied": {"unknown": "x"}}) == {["emptied"]}
}

test_what_deletes_otherwise_is_not_asked if {
	not _examined({"prunes": null})
	not _examined({"automatic": false})
	_examined({})
}
