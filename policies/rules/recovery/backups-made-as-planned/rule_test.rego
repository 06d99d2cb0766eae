package planproof.rules.recovery["backups-made-as-planned_test"]

import data.planproof.rules.recovery["backups-made-as-planned"] as rule

_component(facts) := {"plan-component": [{
	"kind": "plan-component", "id": "orders", "name": "orders",
	"facts": object.union(
		{
			"rpoHours": null, "backupEveryHours": null, "backupMethod": null,
			"foundBackupHours": 24, "foundBackupMethods": ["snapshot"],
		},
		facts,
	),
}]}

_messages(facts) := {one.message | some one in rule.violation with input.subjects as _component(facts)}

test_backups_that_are_rarer_than_planned_are_a_violation if {
	_messages({"backupEveryHours": 1}) == {"Backups of orders are planned every 1 hours, and made every 24 hours."}
	_messages({"backupEveryHours": 24}) == set()
	_messages({"backupEveryHours": 0.25}) == {"Backups of orders are planned every 15 minutes, and made every 24 hours."}
}

test_where_the_objective_is_missed_another_rule_says_so if {
	_messages({"backupEveryHours": 1, "rpoHours": 4}) == set()
}

test_a_snapshot_is_part_of_continuous_recovery if {
	_messages({"backupMethod": "snapshot", "foundBackupMethods": ["continuous"]}) == set()
	_messages({"backupMethod": "continuous"}) == {"Backups of orders are planned as continuous, and made as snapshot."}
}

test_what_is_not_known_is_undecided if {
	facts := {"backupEveryHours": 1, "foundBackupHours": {"unknown": "x"}}
	count(rule.undecided) == 1 with input.subjects as _component(facts)
	_messages(facts) == set()
}
