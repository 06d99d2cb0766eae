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
