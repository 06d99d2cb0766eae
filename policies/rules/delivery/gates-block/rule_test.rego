package planproof.rules.delivery["gates-block_test"]

import data.planproof.rules.delivery["gates-block"] as rule

_pipeline(stages) := {"kind": "pipeline", "id": "ci", "name": "CI", "facts": {"stages": stages}}

_stage(changes) := object.union(
	{"job": "check", "kind": "scan", "detail": "secrets", "blocking": false, "reported": false},
	changes,
)

_violations(stages) := {one.message | some one in rule.violation with input.subjects.pipeline as [_pipeline(stages)]}

_undecided(stages) := {one.reason | some one in rule.undecided with input.subjects.pipeline as [_pipeline(stages)]}

test_a_gate_that_goes_on_is_a_violation if {
	_violations([_stage({})]) == {"Job check of CI goes on when its secrets scan fails."}
	_violations([_stage({"blocking": true})]) == set()
}

test_other_kinds_of_stages_may_go_on if _violations([_stage({"kind": "notify"})]) == set()

test_the_same_gate_that_stops_is_enough if {
	_violations([_stage({}), _stage({"blocking": true})]) == set()
	_violations([_stage({}), _stage({"blocking": true, "detail": "sast"})]) != set()
}

test_what_is_reported_is_undecided if {
	_violations([_stage({"reported": true})]) == set()
	count(_undecided([_stage({"reported": true})])) == 1
}

test_an_unknown_is_undecided if _undecided([_stage({"blocking": {"unknown": "x"}})]) == {"x"}
