package planproof.rules.delivery["windows-respected_test"]

import data.planproof.rules.delivery["windows-respected"] as rule

_windows := {"stated": "monday", "scheduled": "Sunday 04:30 UTC"}

_job(changes) := {"kind": "deploy-job", "id": "a", "name": "a", "facts": object.union(
	{
		"approval": "none",
		"asksForFreeze": false,
		"windows": _windows,
		"starts": [{"by": "schedule", "cron": "0 6 * * 1"}],
	},
	changes,
)}

_violated(changes) if count(rule.violation) > 0 with input.subjects["deploy-job"] as [_job(changes)]

_undecided(changes) := {one.reason | some one in rule.undecided with input.subjects["deploy-job"] as [_job(changes)]}

_scheduled(value) := {"windows": object.union(_windows, {"scheduled": value})}

test_a_schedule_outside_is_a_violation if {
	_violated({})
	_undecided({}) == set()
}

test_a_schedule_inside_is_none if {
	not _violated(_scheduled(null))
	_undecided(_scheduled(null)) == set()
}

test_an_approval_is_enough if {
	not _violated({"approval": "required"})
	_undecided({"approval": "required", "asksForFreeze": {"unknown": "x"}}) == set()
}

test_an_unknown_approval_is_undecided if {
	not _violated({"approval": {"unknown": "x"}})
	_undecided({"approval": {"unknown": "x"}}) == {"x"}
}

test_a_step_that_may_ask_is_undecided if {
	not _violated({"asksForFreeze": {"unknown": "y"}})
	_undecided({"asksForFreeze": {"unknown": "y"}}) == {"y"}
}

test_an_unknown_schedule_is_undecided if {
	not _violated(_scheduled({"unknown": "z"}))
	_undecided(_scheduled({"unknown": "z"})) == {"z"}
}

test_changes_are_undecided if {
	changes := object.union(_scheduled(null), {"starts": [{"by": "change", "cron": null}]})
	not _violated(changes)
	_undecided(changes) == {"what keeps changes from being merged outside the windows is set outside the files"}
}

test_who_starts_it_by_hand_decides if {
	changes := object.union(_scheduled(null), {"approval": {"unknown": "x"}, "starts": [{"by": "person", "cron": null}]})
	_undecided(changes) == set()
}

test_without_windows_nothing_is_examined if {
	not _violated({"windows": null})
	_undecided({"windows": null, "approval": {"unknown": "x"}}) == set()
	examined := rule.examined with input.subjects["deploy-job"] as [_job({"windows": null})]
	examined == set()
}
