package planproof.rules.plan["release-outside-freeze_test"]

import data.planproof.rules.plan["release-outside-freeze"] as rule

_plans(release) := [{
	"kind": "plan", "id": "plan", "name": "plan",
	"facts": {"timeline": {"release": release, "freezes": [
		{"from": "2026-01-01", "to": "2026-01-05"},
		{"from": "2026-12-20", "to": "2026-12-31"},
	]}},
}]

_freezes(release) := {one.related[0].path[2] | some one in rule.violation with input.subjects.plan as _plans(release)}

_examined(release) if count(rule.examined) > 0 with input.subjects.plan as _plans(release)

test_a_release_on_either_day_of_a_freeze_falls_into_it if {
	_freezes("2026-12-20") == {1}
	_freezes("2026-12-31") == {1}
	_freezes("2026-01-03") == {0}
	_freezes("2026-12-19") == set()
	_freezes("2027-01-01") == set()
}

test_a_plan_without_a_release_is_not_examined if {
	_freezes(null) == set()
	not _examined(null)
	_examined("2026-06-01")
}
