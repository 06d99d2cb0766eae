package planproof.rules.recovery["backups-meet-objective_test"]

import data.planproof.rules.recovery["backups-meet-objective"] as rule

_components(rpo, found) := [{
	"kind": "plan-component", "id": "c", "name": "c",
	"facts": {"rpoHours": rpo, "foundBackupHours": found},
}]

_violated(rpo, found) := {one.path | some one in rule.violation with input.subjects["plan-component"] as _components(rpo, found)}

_undecided(rpo, found) if count(rule.undecided) > 0 with input.subjects["plan-component"] as _components(rpo, found)

test_backups_are_as_often_as_what_may_be_lost if {
	_violated(4, 24) == {["foundBackupHours"]}
	_violated(24, 24) == set()
	_violated(4, null) == {["rpoHours"]}
}

test_five_minutes_are_no_exact_share_of_an_hour if {
	_violated(0.083333, 0.08333333333333333) == set()
	_violated(0.05, 0.08333333333333333) == {["foundBackupHours"]}
}

test_times_are_told_in_hours_or_minutes if {
	messages := {one.message | some one in rule.violation with input.subjects["plan-component"] as _components(0.25, 24)}
	messages == {"Component c may lose 15 minutes of data, and is backed up only every 24 hours."}
}

test_components_without_an_objective_are_not_examined if {
	_violated(null, null) == set()
	examined := rule.examined with input.subjects["plan-component"] as _components(null, null)
	examined == set()
	seen := rule.examined with input.subjects["plan-component"] as _components(4, 1)
	count(seen) == 1
}

test_unknown_backups_are_undecided_where_there_is_an_objective if {
	_undecided(4, {"unknown": "x"})
	not _undecided(null, {"unknown": "x"})
	_violated(4, {"unknown": "x"}) == set()
}
