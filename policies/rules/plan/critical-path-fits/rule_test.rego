package planproof.rules.plan["critical-path-fits_test"]

import data.planproof.rules.plan["critical-path-fits"] as rule

_messages(schedule) := {violation.message |
	milestone := {"kind": "plan-milestone", "id": "p:m", "name": "m", "facts": {"due": "2026-03-02", "schedule": schedule}}
	some violation in rule.violation with input as {"subjects": {"plan-milestone": [milestone]}}
}

_schedule(slack, after_late) := {
	"milestone": "m", "ready": "2026-03-04", "slackDays": slack, "afterLate": after_late,
	"chain": "m: 5 working days from 2026-02-26 to 2026-03-04",
}

test_a_milestone_that_is_ready_too_late_shows_the_chain if {
	_messages(_schedule(-2, false)) == {concat("", [
		"Milestone m is due on 2026-03-02, and cannot be ready before 2026-03-04, 2 working days later: ",
		"m: 5 working days from 2026-02-26 to 2026-03-04.",
	])}
}

test_one_day_is_one_day if {
	some message in _messages(_schedule(-1, false))
	contains(message, "1 working day later")
}

test_what_is_late_because_of_another_is_told_there if {
	_messages(_schedule(-2, true)) == set()
}

test_no_slack_is_enough_and_no_work_says_nothing if {
	_messages(_schedule(0, false)) == set()
	_messages(null) == set()
}
