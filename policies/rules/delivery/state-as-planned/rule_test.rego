package planproof.rules.delivery["state-as-planned_test"]

import data.planproof.rules.delivery["state-as-planned"] as rule

_plan := {"stateBackend": "s3", "stateLocked": true, "stateEncrypted": null}

_backend := {"type": "s3", "locked": true, "encrypted": false}

_subjects(plan, backend) := {
	"plan": [{"kind": "plan", "id": "plan", "name": "plan", "facts": object.union(_plan, plan)}],
	"state-backend": [{"kind": "state-backend", "id": "b", "name": "b", "facts": object.union(_backend, backend)}],
}

_violated(plan, backend) := {one.path | some one in rule.violation with input.subjects as _subjects(plan, backend)}

_undecided(plan, backend) := {one.reason | some one in rule.undecided with input.subjects as _subjects(plan, backend)}

_examined(plan) := {one.id | some one in rule.examined with input.subjects as _subjects(plan, {})}

test_another_backend_than_planned_is_a_violation if {
	_violated({}, {"type": "local"}) == {["type"]}
	_violated({}, {}) == set()
}

test_only_what_the_plan_promises_must_be_kept if {
	_violated({}, {"locked": false}) == {["locked"]}
	_violated({"stateLocked": false}, {"locked": false}) == set()
	_violated({"stateEncrypted": true}, {}) == {["encrypted"]}
	_violated({"stateEncrypted": true}, {"encrypted": {"unknown": "x"}}) == set()
}

test_an_unknown_backend_is_undecided if {
	_undecided({}, {"type": {"unknown": "x"}}) == {"x"}
	_violated({}, {"type": {"unknown": "x"}}) == set()
}

test_without_a_planned_backend_nothing_is_examined if {
	_examined({}) == {"b"}
	_examined({"stateBackend": null}) == set()
	_undecided({"stateBackend": null}, {"type": {"unknown": "x"}}) == set()
}
