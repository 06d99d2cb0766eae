package planproof.rules.delivery["strategy-as-planned_test"]

import data.planproof.rules.delivery["strategy-as-planned"] as rule

_environments(planned, found) := [{
	"kind": "plan-environment", "id": "e", "name": "e",
	"facts": {"strategy": planned, "foundStrategies": found},
}]

_messages(planned, found) := {one.message |
	some one in rule.violation with input.subjects["plan-environment"] as _environments(planned, found)
}

_undecided(planned, found) if count(rule.undecided) > 0 with input.subjects["plan-environment"] as _environments(planned, found)

_examined(planned) if count(rule.examined) > 0 with input.subjects["plan-environment"] as _environments(planned, [])

test_what_is_planned_is_among_what_was_found if {
	_messages("canary", ["other", "canary"]) == set()
	_messages("canary", ["other", "more"]) == {"Environment e is planned to release by canary; the files have other, more."}
	_messages("canary", []) == {"Environment e is planned to release by canary; the files have no workload for it."}
}

test_without_a_plan_nothing_is_asked if {
	_messages(null, []) == set()
	not _examined(null)
	not _undecided(null, {"unknown": "x"})
	_examined("canary")
}

test_an_unknown_is_undecided if {
	_undecided("canary", {"unknown": "x"})
	_messages("canary", {"unknown": "x"}) == set()
}

_beside(environment, strategy, replicas) := {one.message |
	some one in rule.violation with input.subjects as {
		"plan-environment": _environments("rolling", ["recreate", "rolling"]),
		"workload": [{
			"kind": "workload", "id": "w", "name": "w", "environment": environment,
			"facts": {"type": "Deployment", "strategy": strategy, "replicas": replicas},
		}],
	}
}

test_one_beside_others_is_not_stopped_first if {
	message := "Environment e is planned to release by rolling; Deployment w stops all its 3 replicas first."
	_beside("e", "recreate", 3) == {message}
	_beside(null, "recreate", 3) == {message}
	_beside("other", "recreate", 3) == set()
	_beside("e", "rolling", 3) == set()
	_beside("e", "recreate", 1) == set()
	_beside("e", "recreate", {"unknown": "x"}) == set()
}
