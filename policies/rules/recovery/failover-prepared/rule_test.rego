package planproof.rules.recovery["failover-prepared_test"]

import data.planproof.rules.recovery["failover-prepared"] as rule

_component(type) := {
	"kind": "plan-component", "id": "c", "name": "orders",
	"facts": {
		"type": type, "failover": "automatic", "standbyRegion": "eu-west-1",
		"resources": [{"address": "module.orders", "found": true}],
	},
}

_subjects(type, failovers) := {
	"plan-component": [_component(type)],
	"stack": [{"kind": "stack", "id": "s", "name": "s", "facts": {}}],
	"database": [{"kind": "database", "id": "s:module.orders.x.y", "name": "module.orders.x.y", "facts": {}}],
	"cache": [],
	"failover": failovers,
}

_failover(method, automatic, kept) := {
	"kind": "failover", "id": "f", "name": "f",
	"facts": {"method": method, "automatic": automatic, "data": kept},
}

_violations(type, failovers) := number if {
	number := count(rule.violation) with input.subjects as _subjects(type, failovers)
}

_reasons(type, failovers) := {one.reason | some one in rule.undecided with input.subjects as _subjects(type, failovers)}

test_records_do_for_services if {
	_violations("service", [_failover("names", true, null)]) == 0
	_violations("service", []) == 1
}

test_a_database_in_two_regions_sends_no_requests if {
	_violations("service", [_failover("database", true, ["s:module.orders.x.y"])]) == 1
}

test_databases_of_a_module_are_its_component if {
	_violations("database", [_failover("database", true, ["s:module.orders.x.y"])]) == 0
	_violations("database", [_failover("database", true, ["s:another.x"])]) == 1
	_violations("database", [_failover("database", false, ["s:module.orders.x.y"])]) == 1
}

test_what_is_not_told_leaves_it_open if {
	_violations("database", [_failover("database", true, {"unknown": "x"})]) == 0
	_reasons("database", [_failover("database", true, {"unknown": "x"})]) == {"x"}
	_reasons("database", [_failover("names", true, null)]) == {"whether f leads to orders is not known"}
	_reasons("service", [_failover("names", {"unknown": "y"}, null)]) == {"y"}
}

test_one_that_works_is_enough if {
	failovers := [_failover("database", {"unknown": "x"}, ["s:module.orders.x.y"]), _failover("database", true, ["s:module.orders.x.y"])]
	_violations("database", failovers) == 0
	_reasons("database", failovers) == set()
}
