package planproof.rules.recovery["drill-recent_test"]

import data.planproof.rules.recovery["drill-recent"] as rule

_messages(days, last) := {one.message |
	some one in rule.violation with input as {
		"today": "2026-03-01",
		"subjects": {"plan": [_plan(days, last)]},
	}
}

_plan(days, last) := {"kind": "plan", "id": "plan", "name": "plan", "facts": {"drillEveryDays": days, "lastDrill": last}}

test_a_drill_is_as_recent_as_the_plan_asks if {
	_messages(28, "2026-02-01") == set()
	_messages(27, "2026-02-01") == {"Restoring was practiced 28 days ago, on 2026-02-01; the plan asks for every 27 days."}
}

test_a_drill_that_was_never_held_is_too_old if {
	_messages(28, null) == {"The plan asks for restore drills, and none has been held."}
}

test_a_plan_that_asks_for_none_is_not_examined if {
	_messages(null, null) == set()
	_messages(null, "2020-01-01") == set()
	examined := rule.examined with input.subjects.plan as [_plan(null, null)]
	examined == set()
	seen := rule.examined with input.subjects.plan as [_plan(28, null)]
	count(seen) == 1
}
