package planproof.rules.delivery["region-as-planned_test"]

import data.planproof.rules.delivery["region-as-planned"] as rule

_environments(planned, found) := [{
	"kind": "plan-environment", "id": "e", "name": "e",
	"facts": {"region": planned, "standbyRegion": null, "foundRegions": found},
}]

_messages(planned, found) := {one.message |
	some one in rule.violation with input.subjects["plan-environment"] as _environments(planned, found)
}

_undecided(planned) if count(rule.undecided) > 0 with input.subjects["plan-environment"] as _environments(planned, {"unknown": "x"})

_examined(planned) if count(rule.examined) > 0 with input.subjects["plan-environment"] as _environments(planned, [])

test_each_region_that_is_not_planned_is_told if {
	_messages("a", ["a"]) == set()
	_messages("a", ["a", "b", "c"]) == {
		"Environment e is planned in a and provisioned in b.",
		"Environment e is planned in a and provisioned in c.",
	}
	_messages("a", []) == set()
}

test_without_a_planned_region_nothing_is_asked if {
	_messages(null, ["b"]) == set()
	not _examined(null)
	not _undecided(null)
}

test_an_unknown_is_undecided if {
	_undecided("a")
	_examined("a")
	_messages("a", {"unknown": "x"}) == set()
}
