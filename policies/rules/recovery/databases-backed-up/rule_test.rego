package planproof.rules.recovery["databases-backed-up_test"]

import data.planproof.rules.recovery["databases-backed-up"] as rule

_subjects(facts, backups) := {
	"database": [{
		"kind": "database", "id": "db", "name": "db",
		"facts": object.union({"backupRetentionDays": 0, "replica": false}, facts),
	}],
	"backup": backups,
}

_backup(mechanism, covers) := {
	"kind": "backup", "id": "b", "name": "b",
	"facts": {"mechanism": mechanism, "covers": covers},
}

_violated(facts, backups) if count(rule.violation) > 0 with input.subjects as _subjects(facts, backups)

_reasons(facts, backups) := {one.reason | some one in rule.undecided with input.subjects as _subjects(facts, backups)}

test_a_database_without_backups_is_a_violation if {
	_violated({}, [])
	not _violated({"backupRetentionDays": 7}, [])
}

test_what_another_thing_saves_is_saved if {
	not _violated({"replica": true}, [])
	not _violated({}, [_backup("backup-plan", ["db"])])
	_violated({}, [_backup("backup-plan", ["other"])])
}

test_a_backup_plan_that_may_take_it_leaves_it_undecided if {
	backups := [_backup("backup-plan", {"unknown": "x"})]
	not _violated({}, backups)
	_reasons({}, backups) == {"it has none of its own, and what b takes is not known"}
	_violated({}, [_backup("snapshot", {"unknown": "x"})])
}

test_an_unknown_is_undecided if {
	_reasons({"backupRetentionDays": {"unknown": "x"}}, []) == {"x"}
	_reasons({"replica": {"unknown": "y"}}, []) == {"y"}
	_reasons({"replica": {"unknown": "y"}}, [_backup("backup-plan", ["db"])]) == set()
	not _violated({"replica": {"unknown": "y"}}, [])
}

test_replicas_are_not_examined if {
	examined := rule.examined with input.subjects as _subjects({"replica": true}, [])
	examined == set()
}
