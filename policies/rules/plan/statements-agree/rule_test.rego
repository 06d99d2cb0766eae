package planproof.rules.plan["statements-agree_test"]

import data.planproof.rules.plan["statements-agree"] as rule

_environment(name, facts) := {
	"kind": "plan-environment", "id": name, "name": name,
	"facts": object.union({"purpose": "production", "production": true, "zones": 2, "publicPorts": null}, facts),
}

_component(facts) := {
	"kind": "plan-component", "id": "c", "name": "c", "environment": null,
	"facts": object.union(
		{"zones": null, "rpoHours": 1, "backupEveryHours": null, "backupMethod": null, "backupsStated": 1},
		facts,
	),
}

_plan(facts) := {
	"kind": "plan", "id": "plan", "name": "plan",
	"facts": object.union({"publicPorts": [443], "network": {"groups": []}, "stages": []}, facts),
}

_paths(plan, environments, component) := paths if {
	violation := rule.violation with input.subjects as {
		"plan": [_plan(plan)],
		"plan-environment": environments,
		"plan-component": [_component(component)],
	}
	paths := {one.path | some one in violation}
}

_production := _environment("production", {})

_staging := _environment("staging", {"purpose": "staging", "production": false, "zones": 1})

test_steps_are_those_of_a_canary if {
	_paths({}, [_environment("e", {"steps": [10], "strategy": "rolling"})], {}) == {["steps"]}
	some facts in [{"steps": [10], "strategy": "canary"}, {"steps": [10], "strategy": null}, {"steps": null, "strategy": "rolling"}]
	_paths({}, [_environment("e", facts)], {}) == set()
}

test_a_component_has_no_more_zones_than_each_production if {
	_paths({}, [_production, _staging], {"zones": 3}) == {["zones"]}
	_paths({}, [_production, _staging], {"zones": 2}) == set()
	_paths({}, [_production, _environment("other", {"zones": 3})], {"zones": 3}) == set()
	_paths({}, [_production, _environment("other", {"zones": null})], {"zones": 3}) == set()
	_paths({}, [_staging], {"zones": 3}) == set()
}

test_an_interval_is_compared_where_it_is_all_that_is_stated if {
	_paths({}, [], {"backupEveryHours": 2}) == {["rpoHours"]}
	_paths({}, [], {"backupEveryHours": 1}) == set()
	_paths({}, [], {"backupEveryHours": 2, "backupsStated": 2}) == set()
	_paths({}, [], {"backupEveryHours": 2, "backupMethod": "continuous"}) == set()
	_paths({}, [], {"backupEveryHours": 2, "rpoHours": null}) == set()
}

_group(from, ports) := {"network": {"groups": [{"name": "g", "allows": [{"from": from, "ports": ports}]}]}}

_place := ["network", "groups", 0, "allows", 0, "ports"]

test_what_the_internet_reaches_is_a_public_port if {
	_paths(_group("internet", [443, 22]), [], {}) == {_place}
	_paths(_group("0.0.0.0/0", [22]), [], {}) == {_place}
	_paths(_group("private", [22]), [], {}) == set()
	_paths(_group("internet", [443]), [], {}) == set()
	_paths(_group("internet", [22]), [_environment("e", {"publicPorts": [22]})], {}) == set()
	_paths(object.union(_group("internet", [22]), {"publicPorts": []}), [], {}) == set()
}

_stage(environment) := {"kind": "deploy", "environment": environment}

test_production_is_deployed_to_last if {
	both := [_production, _staging]
	_paths({"stages": [_stage("production"), _stage("staging")]}, both, {}) == {["stages", 1, "environment"]}
	_paths({"stages": [_stage("staging"), _stage("production"), _stage("staging")]}, both, {}) == set()
}

_zoned(zones, environment) := {one.path | some one in violation} if {
	violation := rule.violation with input.subjects as {
		"plan": [_plan({})],
		"plan-environment": [_production, _staging],
		"plan-component": [object.union(_component({"zones": zones}), {"environment": environment})],
	}
}

test_what_an_environment_states_itself_is_held_against_its_own_zones if {
	_zoned(2, "staging") == {["zones"]}
	_zoned(1, "staging") == set()
	_zoned(2, "production") == set()
	_zoned(3, "production") == {["zones"]}
}
