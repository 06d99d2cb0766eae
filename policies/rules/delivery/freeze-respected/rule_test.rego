package planproof.rules.delivery["freeze-respected_test"]

import data.planproof.rules.delivery["freeze-respected"] as rule

_freeze := {"from": "2026-12-19", "to": "2027-01-06", "scheduled": "2026-12-21"}

_job(changes) := {"kind": "deploy-job", "id": "a", "name": "a", "facts": object.union(
	{
		"approval": "none",
		"asksForFreeze": false,
		"freezes": [_freeze],
		"starts": [{"by": "schedule", "cron": "0 6 * * 1"}],
	},
	changes,
)}

_violated(changes) if count(rule.violation) > 0 with input.subjects["deploy-job"] as [_job(changes)]
	with input.today as "2026-12-01"

_undecided(changes) := {reason |
	some one in rule.undecided with input.subjects["deploy-job"] as [_job(changes)]
		with input.today as "2026-12-01"
	reason := one.reason
}

_unscheduled := object.union(_freeze, {"scheduled": null})

test_a_schedule_in_a_freeze_is_a_violation if {
	_violated({})
	_undecided({}) == set()
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

test_what_is_over_does_not_count if {
	violation := rule.violation with input.subjects["deploy-job"] as [_job({})] with input.today as "2027-01-07"
	violation == set()
	examined := rule.examined with input.subjects["deploy-job"] as [_job({})] with input.today as "2027-01-07"
	examined == set()
}

test_changes_are_undecided if {
	changes := {"freezes": [_unscheduled], "starts": [{"by": "change", "cron": null}]}
	not _violated(changes)
	_undecided(changes) == {"what keeps changes from being merged in a freeze is set outside the files"}
}

test_who_starts_it_by_hand_decides if {
	changes := {"freezes": [_unscheduled], "approval": {"unknown": "x"}, "starts": [{"by": "person", "cron": null}]}
	_undecided(changes) == set()
}

test_a_schedule_that_may_start_it_is_undecided if {
	changes := {"freezes": [object.union(_freeze, {"scheduled": {"unknown": "z"}})]}
	not _violated(changes)
	_undecided(changes) == {"z"}
}

_release(changes) := {"kind": "gitops-release", "id": "a", "name": "a", "facts": object.union(
	{
		"type": "Application",
		"automatic": true,
		"fixed": false,
		"revision": "main",
		"windowed": true,
		"freezes": [{"from": "2026-12-19", "to": "2027-01-06", "open": "2027-01-02"}],
	},
	changes,
)}

_synced(changes) := {one.message |
	some one in rule.violation with input.subjects["gitops-release"] as [_release(changes)]
		with input.today as "2026-12-01"
}

_unsure(changes) := {one.reason |
	some one in rule.undecided with input.subjects["gitops-release"] as [_release(changes)]
		with input.today as "2026-12-01"
}

_closed := [{"from": "2026-12-19", "to": "2027-01-06", "open": null}]

test_windows_that_leave_a_day_open_are_told if {
	count(_synced({})) == 1
	_synced({"freezes": _closed}) == set()
	_synced({"automatic": false}) == set()
	_synced({"fixed": true}) == set()
	_unsure({"freezes": _closed}) == set()
}

test_without_windows_it_is_undecided if {
	_synced({"windowed": false}) == set()
	_unsure({"windowed": null}) == {"what keeps main from changing in a freeze is set outside the files"}
	_unsure({"windowed": {"unknown": "x"}}) == {"x"}
	_unsure({"windowed": false, "revision": {"unknown": "y"}}) == {"what keeps what it follows from changing in a freeze is set outside the files"}
}
