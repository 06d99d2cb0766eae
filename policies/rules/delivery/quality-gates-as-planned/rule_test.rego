package planproof.rules.delivery["quality-gates-as-planned_test"]

import data.planproof.rules.delivery["quality-gates-as-planned"] as rule

_gate(facts) := object.union({"name": "g", "measure": "coverage", "atLeast": 80, "blocking": true}, facts)

_unit := {"kind": "test", "detail": "unit"}

_check(coverage) := {"kind": "test", "detail": "unit", "by": "jest", "coverage": coverage}

_pipeline(id, stages, checks) := {"kind": "pipeline", "id": id, "name": id, "facts": {"stages": stages, "checks": checks}}

_plan(gates) := [{"kind": "plan", "id": "plan", "name": "plan", "facts": {"qualityGates": gates}}]

_violated(gates, pipelines) := {[one.id, one.path] | some one in violation} if {
	violation := rule.violation with input.subjects as {"plan": _plan(gates), "pipeline": pipelines}
}

_undecided(gates, pipelines) := {one.path | some one in undecided} if {
	undecided := rule.undecided with input.subjects as {"plan": _plan(gates), "pipeline": pipelines}
}

_missing := {["plan", ["qualityGates", 0, "measure"]]}

test_a_gate_that_no_pipeline_measures_is_told_of_the_plan if {
	_violated([_gate({})], [_pipeline("ci", [{"kind": "build", "detail": ""}], [])]) == _missing
	_violated([_gate({})], [_pipeline("ci", [_unit], [])]) == set()
}

test_each_measure_has_stages_of_its_own if {
	every measure, stage in {
		"test-results": {"kind": "test", "detail": "smoke"},
		"coverage": {"kind": "test", "detail": "integration"},
		"vulnerabilities": {"kind": "scan", "detail": "container"},
		"licenses": {"kind": "scan", "detail": "licenses"},
		"performance": {"kind": "test", "detail": "performance"},
		"code-quality": {"kind": "scan", "detail": "sast"},
	} {
		_violated([_gate({"measure": measure})], [_pipeline("ci", [stage], [])]) == set()
		_violated([_gate({"measure": measure})], [_pipeline("ci", [{"kind": "scan", "detail": "iac"}], [])]) == _missing
	}
}

test_gates_that_stop_nothing_or_measure_something_else_are_not_judged if {
	every facts in [{"blocking": false}, {"measure": "other"}] {
		_violated([_gate(facts)], [_pipeline("ci", [], [])]) == set()
		examined := rule.examined with input.subjects as {"plan": _plan([_gate(facts)]), "pipeline": []}
		examined == set()
	}
}

test_a_limit_below_the_planned_one_is_a_violation if {
	_violated([_gate({})], [_pipeline("ci", [_unit], [_check(79)])]) == {["ci", ["checks", 0, "coverage"]]}
	_violated([_gate({})], [_pipeline("ci", [_unit], [_check(80)])]) == set()
	_violated([_gate({"atLeast": null})], [_pipeline("ci", [_unit], [_check(1)])]) == set()
}

test_only_coverage_has_a_limit_that_is_read if {
	_violated([_gate({"measure": "test-results"})], [_pipeline("ci", [_unit], [_check(1)])]) == set()
}

test_one_limit_that_is_high_enough_is_enough if {
	_violated([_gate({})], [_pipeline("ci", [_unit], [_check(60)]), _pipeline("pr", [], [_check(80)])]) == set()
}

test_a_limit_that_no_command_states_is_undecided if {
	_undecided([_gate({})], [_pipeline("ci", [_unit], [_check(null)])]) == {["qualityGates", 0, "atLeast"]}
	_undecided([_gate({})], [_pipeline("ci", [_unit], [_check(60)])]) == set()
	_undecided([_gate({})], [_pipeline("ci", [], [])]) == set()
	_undecided([_gate({"atLeast": null})], [_pipeline("ci", [_unit], [])]) == set()
}

test_it_is_undecided_without_pipelines if {
	_undecided([_gate({})], []) == {["qualityGates", 0, "measure"]}
	_violated([_gate({})], []) == set()
	examined := rule.examined with input.subjects as {"plan": _plan([_gate({})]), "pipeline": []}
	{one.id | some one in examined} == {"plan"}
}
