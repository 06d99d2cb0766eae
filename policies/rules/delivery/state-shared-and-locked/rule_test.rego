package planproof.rules.delivery["state-shared-and-locked_test"]

import data.planproof.rules.delivery["state-shared-and-locked"] as rule

_backends(facts) := [{
	"kind": "state-backend", "id": "b", "name": "b",
	"facts": object.union({"type": "s3", "locked": true, "encrypted": true}, facts),
}]

_violated(facts) := {one.path | some one in rule.violation with input.subjects["state-backend"] as _backends(facts)}

_undecided(facts) := {one.path | some one in rule.undecided with input.subjects["state-backend"] as _backends(facts)}

test_state_on_the_local_disk_is_a_violation_by_itself if {
	_violated({"type": "local", "locked": false, "encrypted": false}) == {["type"]}
	_undecided({"type": "local", "locked": {"unknown": "x"}}) == set()
}

test_shared_state_is_locked_and_encrypted if {
	_violated({}) == set()
	_violated({"locked": false}) == {["locked"]}
	_violated({"encrypted": false}) == {["encrypted"]}
}

test_what_is_unknown_is_undecided if {
	_undecided({"locked": {"unknown": "x"}, "encrypted": {"unknown": "x"}}) == {["locked"], ["encrypted"]}
	_undecided({"type": {"unknown": "x"}, "locked": {"unknown": "x"}}) == {["type"]}
}
