package planproof.rules.delivery["scanners-as-planned_test"]

import data.planproof.rules.delivery["scanners-as-planned"] as rule

_scanner(facts) := object.union({"type": "container", "tool": "Trivy", "failOn": "high"}, facts)

_check(facts) := object.union({"kind": "scan", "detail": "container", "by": "trivy image", "failsFrom": "high"}, facts)

_subjects(scanners, checks) := {
	"plan": [{"kind": "plan", "id": "plan", "name": "plan", "facts": {"scanners": scanners}}],
	"pipeline": [{"kind": "pipeline", "id": "ci", "name": "ci", "facts": {"checks": checks}}],
}

_violated(scanners, checks) := {[one.id, one.path] | some one in violation} if {
	violation := rule.violation with input.subjects as _subjects(scanners, checks)
}

_undecided(scanners, checks) := {[one.id, one.path, one.reason] | some one in undecided} if {
	undecided := rule.undecided with input.subjects as _subjects(scanners, checks)
}

_loose := ["ci", ["checks", 0, "failsFrom"]]

test_a_scanner_that_no_pipeline_runs_is_told_of_the_plan if {
	missing := {["plan", ["scanners", 1, "tool"]]}
	_violated([_scanner({}), _scanner({"tool": "Grype"})], [_check({})]) == missing
}

test_its_name_may_be_written_otherwise if {
	_violated([_scanner({"tool": "Git-Leaks"})], [_check({"by": "gitleaks/gitleaks-action"})]) == set()
}

test_a_test_of_the_name_is_no_scan if {
	_violated([_scanner({})], [_check({"kind": "test"}), _check({"by": "grype"})]) == {["plan", ["scanners", 0, "tool"]]}
}

test_pipelines_whose_scans_are_not_recognized_are_left_to_the_rule_on_scans if {
	_violated([_scanner({})], []) == set()
	_violated([_scanner({})], [_check({"kind": "test"})]) == set()
}

test_a_scanner_that_the_plan_does_not_name_is_any if {
	_violated([_scanner({"tool": null})], [_check({"by": "grype"})]) == set()
	_violated([_scanner({"tool": null})], [_check({"by": "grype", "failsFrom": "critical"})]) == {_loose}
}

test_one_that_lets_more_pass_than_planned_is_a_violation if {
	_violated([_scanner({})], [_check({"failsFrom": "critical"})]) == {_loose}
	_violated([_scanner({})], [_check({"failsFrom": "high"})]) == set()
	_violated([_scanner({})], [_check({"failsFrom": "medium"})]) == set()
	_violated([_scanner({})], [_check({"failsFrom": "critical", "detail": "iac"})]) == set()
	_violated([_scanner({"failOn": null})], [_check({"failsFrom": "critical"})]) == set()
}

test_one_that_fails_for_anything_is_strict if {
	_violated([_scanner({})], [_check({"failsFrom": null})]) == set()
}

test_one_strict_scan_beside_a_loose_one_is_enough if {
	_violated([_scanner({})], [_check({"failsFrom": "critical"}), _check({})]) == set()
	_violated([_scanner({})], [_check({"failsFrom": "critical"}), _check({"failsFrom": null})]) == set()
}

test_a_strict_scan_for_something_else_does_not_help if {
	_violated([_scanner({})], [_check({"failsFrom": "critical"}), _check({"detail": "iac"})]) == {_loose}
	_violated([_scanner({})], [_check({"failsFrom": "critical"}), _check({"by": "grype"})]) == {_loose}
}

test_it_is_undecided_where_the_severity_is_unknown if {
	unknown := _check({"failsFrom": {"unknown": "x"}})
	_undecided([_scanner({})], [unknown]) == {["ci", ["checks", 0, "failsFrom"], "x"]}
	_undecided([_scanner({})], [unknown, _check({})]) == set()
	_undecided([_scanner({"failOn": null})], [unknown]) == set()
	_undecided([_scanner({"tool": "Grype"})], [unknown]) == set()
	_violated([_scanner({})], [unknown]) == set()
}

test_it_is_undecided_without_pipelines if {
	subjects := object.union(_subjects([_scanner({})], []), {"pipeline": []})
	undecided := rule.undecided with input.subjects as subjects
	{one.id | some one in undecided} == {"plan"}
}

test_a_plan_is_examined_where_it_has_scanners if {
	examined := rule.examined with input.subjects as _subjects([_scanner({})], [])
	{one.id | some one in examined} == {"plan"}
	none := rule.examined with input.subjects as _subjects([], [_check({})])
	none == set()
}
