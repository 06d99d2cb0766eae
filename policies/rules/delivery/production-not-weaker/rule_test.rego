package planproof.rules.delivery["production-not-weaker_test"]

import data.planproof.rules.delivery["production-not-weaker"] as rule

_database(environment, facts) := {
	"kind": "database",
	"id": sprintf("%s:db", [environment]),
	"name": "db",
	"environment": environment,
	"facts": facts,
}

_environments := [
	{"kind": "plan-environment", "id": "live", "name": "live", "facts": {"production": true}},
	{"kind": "plan-environment", "id": "staging", "name": "staging", "facts": {"production": false}},
]

_finding(fact, message, environment) := {
	"kind": "database",
	"id": "live:db",
	"path": [fact],
	"message": message,
	"related": [{
		"kind": "database",
		"id": sprintf("%s:db", [environment]),
		"path": [fact],
		"message": sprintf("In %s this decides it", [environment]),
	}],
}

test_what_another_environment_has_and_production_has_not_is_a_violation if {
	violation := rule.violation with input.subjects as {
		"database": [
			_database("live", {"encrypted": false, "public": true, "multiZone": true, "backupRetentionDays": 1}),
			_database("staging", {"encrypted": true, "public": false, "multiZone": false, "backupRetentionDays": 7}),
		],
		"plan-environment": _environments,
	}
	violation == {
		_finding("encrypted", "db is not encrypted in live, unlike in staging.", "staging"),
		_finding("public", "db is reachable from the internet in live, unlike in staging.", "staging"),
		_finding("backupRetentionDays", "db keeps backups 1 days in live, fewer than in staging.", "staging"),
	}
}

test_several_environments_are_named_in_one_finding if {
	violation := rule.violation with input.subjects as {
		"database": [
			_database("live", {"encrypted": false}),
			_database("staging", {"encrypted": true}),
			_database("dev", {"encrypted": true}),
		],
		"plan-environment": _environments,
	}
	messages := {each.message | some each in violation}
	messages == {"db is not encrypted in live, unlike in dev and staging."}
}

test_the_same_everywhere_or_nowhere_to_compare_with_is_none if {
	same := rule.violation with input.subjects as {
		"database": [_database("live", {"encrypted": false}), _database("staging", {"encrypted": false})],
		"plan-environment": _environments,
	}
	same == set()
	alone := rule.examined with input.subjects as {
		"database": [_database("live", {"encrypted": false})],
		"plan-environment": _environments,
	}
	alone == set()
}

test_without_a_plan_production_is_what_is_called_so if {
	examined := rule.examined with input.subjects as {
		"database": [_database("production", {"encrypted": true}), _database("staging", {"encrypted": true})],
		"plan-environment": [],
	}
	examined == {{"kind": "database", "id": "production:db"}}
}

test_several_of_one_address_are_not_compared if {
	other := object.union(_database("live", {"encrypted": true}), {"id": "live/other:db"})
	examined := rule.examined with input.subjects as {
		"database": [_database("live", {"encrypted": false}), other, _database("staging", {"encrypted": true})],
		"plan-environment": _environments,
	}
	examined == set()
}

test_an_unknown_of_production_is_undecided_where_the_other_has_it if {
	unknown := {"unknown": "var.x has no value"}
	undecided := rule.undecided with input.subjects as {
		"database": [
			_database("live", {"encrypted": unknown, "multiZone": unknown, "backupRetentionDays": unknown}),
			_database("staging", {"encrypted": true, "multiZone": false, "backupRetentionDays": 0}),
		],
		"plan-environment": _environments,
	}
	undecided == {{"kind": "database", "id": "live:db", "path": ["encrypted"], "reason": "var.x has no value"}}
}
