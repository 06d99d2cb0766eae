package planproof.rules.recovery["copies-elsewhere-as-planned_test"]

import data.planproof.rules.recovery["copies-elsewhere-as-planned"] as rule

_component(copies, facts) := {"plan-component": [{
	"kind": "plan-component", "id": "orders", "name": "orders",
	"facts": object.union({"backupCopies": copies, "foundBackupHours": 24}, facts),
}]}

_count(copies, facts) := number if {
	number := count(rule.violation) with input.subjects as _component(copies, facts)
}

_in(region) := [{"region": region, "account": null}]

test_a_region_without_copies_is_a_violation if {
	_count(_in("eu-west-1"), {"foundCopyRegions": []}) == 1
	_count(_in("eu-west-1"), {"foundCopyRegions": ["eu-west-1"]}) == 0
}

test_names_of_regions_are_compared_as_the_clouds_write_them if {
	_count(_in("West Europe"), {"foundCopyRegions": ["westeurope"]}) == 0
	_count(_in("europe-west4"), {"foundCopyRegions": ["eu"]}) == 0
	_count(_in("us-east1"), {"foundCopyRegions": ["eu"]}) == 1
}

test_another_account_is_elsewhere if {
	copies := [{"region": null, "account": "backup"}]
	_count(copies, {"foundOffsite": false}) == 1
	_count(copies, {"foundOffsite": true}) == 0
}

test_without_a_backup_another_rule_speaks if {
	_count(_in("eu-west-1"), {"foundBackupHours": null, "foundCopyRegions": null}) == 0
}

test_what_is_not_known_is_undecided if {
	facts := {"foundCopyRegions": {"unknown": "x"}}
	count(rule.undecided) == 1 with input.subjects as _component(_in("eu-west-1"), facts)
}
