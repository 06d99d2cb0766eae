package planproof.rules.plan.reviewed_test

import data.planproof.rules.plan.reviewed as rule

_messages(version, signed) := {one.message |
	some one in rule.violation with input as {
		"today": "2026-03-01",
		"subjects": {"plan": [{
			"kind": "plan", "id": "plan", "name": "plan",
			"facts": {"version": version, "signOffs": signed},
		}]},
	}
}

_signed(version, on) := {"person": "Ada", "version": version, "on": on}

test_this_version_is_signed_off if {
	_messages("2", [_signed("2", "2026-02-01")]) == set()
	_messages(2, [_signed("1", "2026-01-01"), _signed("2", "2026-02-01")]) == set()
	_messages("3", [_signed("2", "2026-02-01"), _signed("1", "2026-01-01")]) == {
		"Version 3 of the plan was not signed off; 1, 2 was.",
	}
}

test_a_plan_that_nobody_signed_is_told_once if {
	_messages("2", []) == {"Nobody has signed off the plan."}
}

test_a_sign_off_is_not_still_to_come if {
	_messages("2", [_signed("2", "2026-03-02")]) == {
		"The sign-off by Ada is dated 2026-03-02, which is still to come.",
	}
	_messages("2", [_signed("2", "2026-03-01")]) == set()
}

_next(day, signed) := {one.message |
	some one in rule.violation with input as {
		"today": "2026-03-01",
		"subjects": {"plan": [{
			"kind": "plan", "id": "plan", "name": "plan",
			"facts": {"version": "2", "signOffs": signed, "reviewNext": day},
		}]},
	}
}

test_a_review_that_is_due_has_a_sign_off_since if {
	_next("2026-02-20", [_signed("2", "2026-02-01")]) == {
		"The plan was to be reviewed again by 2026-02-20, and no sign-off is of that day or later.",
	}
	_next("2026-02-20", [_signed("2", "2026-02-01"), _signed("2", "2026-02-21")]) == set()
	_next("2026-03-01", [_signed("2", "2026-02-01")]) == set()
	_next(null, [_signed("2", "2026-02-01")]) == set()
}
