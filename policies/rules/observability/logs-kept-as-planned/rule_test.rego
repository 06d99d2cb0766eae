package planproof.rules.observability["logs-kept-as-planned_test"]

import data.planproof.rules.observability["logs-kept-as-planned"] as rule

_plan(days) := {"kind": "plan", "id": "p", "name": "p", "facts": {"logRetentionDays": days}}

_environment(name, production, days) := {
	"kind": "plan-environment", "id": name, "name": name, "environment": name,
	"facts": {"production": production, "logRetentionDays": days},
}

_group(environment, days) := {
	"kind": "log-group", "id": "g", "name": "g", "environment": environment,
	"facts": {"retentionDays": days},
}

_found(plan, environment, group) := {one.id | some one in violation} if {
	violation := rule.violation with input.subjects as {
		"plan": [_plan(plan)],
		"plan-environment": [environment],
		"log-group": [group],
	}
}

test_production_keeps_what_is_planned_for_all if {
	_found(30, _environment("live", true, null), _group("live", 29)) == {"g"}
	_found(30, _environment("live", true, null), _group("live", 30)) == set()
	_found(30, _environment("test", false, null), _group("test", 1)) == set()
	_found(30, _environment("live", true, null), _group(null, 1)) == {"g"}
	_found(null, _environment("live", true, null), _group("live", 1)) == set()
}

test_what_an_environment_states_itself_counts_there if {
	_found(30, _environment("test", false, 7), _group("test", 6)) == {"g"}
	_found(30, _environment("test", false, 7), _group("test", 7)) == set()
	_found(30, _environment("live", true, 7), _group("live", 7)) == set()
	_found(null, _environment("live", true, 7), _group("live", 6)) == {"g"}
}
