package planproof.rules.recovery["production-in-several-zones_test"]

import data.planproof.rules.recovery["production-in-several-zones"] as rule

_database(facts) := {
	"kind": "database",
	"id": "infra:db",
	"name": "db",
	"environment": "live",
	"facts": object.union({"replica": false, "multiZone": false}, facts),
}

_live(zones) := {
	"kind": "plan-environment",
	"id": "live",
	"name": "live",
	"facts": {"production": true, "zones": zones},
}

_orders(zones) := {
	"kind": "plan-component",
	"id": "orders",
	"name": "orders",
	"environment": null,
	"facts": {"zones": zones, "resources": [{"address": "db", "found": true}]},
}

_subjects(database, environments, components) := {
	"database": [database],
	"cache": [],
	"plan-environment": environments,
	"plan-component": components,
}

_finding := {"kind": "database", "id": "infra:db", "path": ["multiZone"], "message": "db stands in one zone of live."}

test_one_zone_of_production_is_a_violation if {
	one := rule.violation with input.subjects as _subjects(_database({}), [_live(null)], [])
	one == {_finding}
	planned := rule.violation with input.subjects as _subjects(_database({}), [_live(3)], [_orders(2)])
	planned == {_finding}
}

test_several_zones_a_replica_or_what_is_planned_so_is_none if {
	several := rule.violation with input.subjects as _subjects(_database({"multiZone": true}), [_live(3)], [])
	several == set()
	replica := rule.examined with input.subjects as _subjects(_database({"replica": true}), [_live(3)], [])
	replica == set()
	environment := rule.examined with input.subjects as _subjects(_database({}), [_live(1)], [])
	environment == set()
	component := rule.examined with input.subjects as _subjects(_database({}), [_live(3)], [_orders(1)])
	component == set()
}

test_what_another_environment_states_excuses_nothing if {
	staging := object.union(_orders(1), {"environment": "staging"})
	violation := rule.violation with input.subjects as _subjects(_database({}), [_live(3)], [staging])
	violation == {_finding}
	live := object.union(_orders(1), {"environment": "live"})
	excused := rule.violation with input.subjects as _subjects(_database({}), [_live(3)], [live])
	excused == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	database := _database({"multiZone": {"unknown": "var.x has no value"}})
	undecided := rule.undecided with input.subjects as _subjects(database, [_live(3)], [])
	undecided == {{"kind": "database", "id": "infra:db", "path": ["multiZone"], "reason": "var.x has no value"}}
}

test_without_a_plan_production_is_what_is_called_so if {
	other := rule.examined with input.subjects as _subjects(_database({}), [], [])
	other == set()
	database := object.union(_database({}), {"environment": "production"})
	violation := rule.violation with input.subjects as _subjects(database, [], [])
	violation == {object.union(_finding, {"message": "db stands in one zone of production."})}
}
