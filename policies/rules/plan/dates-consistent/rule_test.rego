package planproof.rules.plan["dates-consistent_test"]

import data.planproof.rules.plan["dates-consistent"] as rule

_timeline := {"start": "2026-01-01", "release": "2026-06-01", "freezes": []}

_milestone := {"start": "2026-02-01", "due": "2026-03-01"}

_violated(timeline, milestone) := {one.path |
	some one in rule.violation with input.subjects as {
		"plan": [{"kind": "plan", "id": "plan", "name": "plan", "facts": {"timeline": object.union(_timeline, timeline)}}],
		"plan-milestone": [{"kind": "plan-milestone", "id": "m", "name": "m", "facts": object.union(_milestone, milestone)}],
	}
}

test_a_plan_goes_forward if {
	_violated({}, {}) == set()
	_violated({"release": "2025-12-31"}, {"start": null, "due": "2025-12-01"}) == {["timeline", "release"]}
	_violated({"release": "2026-01-01"}, {"start": null, "due": "2025-12-01"}) == set()
}

test_freezes_end_after_they_begin if {
	freezes := [
		{"from": "2026-04-01", "to": "2026-04-01"},
		{"from": "2026-05-02", "to": "2026-05-01"},
	]
	_violated({"freezes": freezes}, {}) == {["timeline", "freezes", 1, "to"]}
}

test_milestones_are_due_between_their_start_and_the_release if {
	_violated({}, {"due": "2026-06-02"}) == {["due"]}
	_violated({}, {"due": "2026-06-01"}) == set()
	_violated({}, {"due": "2026-01-31"}) == {["due"]}
	_violated({}, {"due": "2026-01-31", "start": null}) == set()
	_violated({"release": null}, {"due": "2027-01-01"}) == set()
}
