package planproof.rules.delivery["tool-as-planned_test"]

import data.planproof.rules.delivery["tool-as-planned"] as rule

_plan(tool, version) := {"kind": "plan", "id": "plan", "name": "plan", "facts": {
	"tool": tool,
	"versions": {"tool": version},
}}

_stack(tool, version) := {"kind": "stack", "id": tool, "name": tool, "facts": {"tool": tool, "toolVersion": version}}

_violated(plan, stacks) := {[one.id, one.path] | some one in violation} if {
	violation := rule.violation with input.subjects as {"plan": [plan], "stack": stacks}
}

_undecided(plan, stacks) := {[one.id, one.path] | some one in undecided} if {
	undecided := rule.undecided with input.subjects as {"plan": [plan], "stack": stacks}
}

test_another_tool_is_told_of_the_plan if {
	_violated(_plan("terraform", null), [_stack("cloudformation", null)]) == {["plan", ["tool"]]}
	_violated(_plan("cdk", null), [_stack("terraform", null)]) == {["plan", ["tool"]]}
	_violated(_plan("cloudformation", null), [_stack("terraform", null)]) == {["plan", ["tool"]]}
	_violated(_plan("terraform", null), []) == set()
}

test_a_tool_beside_the_planned_one_is_told_of_its_stack if {
	stacks := [_stack("terraform", null), _stack("cloudformation", null)]
	_violated(_plan("terraform", null), stacks) == {["cloudformation", []]}
}

test_tools_that_read_or_write_the_same_files_are_one if {
	_violated(_plan("opentofu", null), [_stack("terraform", null)]) == set()
	_violated(_plan("opentofu", "1.9"), [_stack("terraform", "1.8")]) == {["terraform", ["toolVersion"]]}
	_violated(_plan("cdk", null), [_stack("cloudformation", null)]) == set()
}

test_tools_that_leave_no_stack_are_not_judged if {
	examined := rule.examined with input.subjects as {"plan": [_plan("helm", null)], "stack": [_stack("terraform", null)]}
	examined == set()
	_violated(_plan("helm", null), [_stack("terraform", null)]) == set()
}

test_the_plan_is_examined if {
	examined := rule.examined with input.subjects as {"plan": [_plan("terraform", null)], "stack": []}
	{one.id | some one in examined} == {"plan"}
}

test_another_version_is_a_violation if {
	_violated(_plan("terraform", "~> 1.9"), [_stack("terraform", "~> 1.8")]) == {["terraform", ["toolVersion"]]}
	_violated(_plan("terraform", null), [_stack("terraform", "~> 1.8")]) == set()
}

test_the_same_version_may_be_written_otherwise if {
	_violated(_plan("terraform", "1.9.5"), [_stack("terraform", "= v1.9.5")]) == set()
	_violated(_plan("terraform", ">=1.9,<2"), [_stack("terraform", "< 2, >= 1.9")]) == set()
}

test_a_version_that_no_code_requires_is_told_of_the_plan if {
	_violated(_plan("terraform", "1.9"), [_stack("terraform", null)]) == {["plan", ["versions", "tool"]]}
	both := [_stack("terraform", null), object.union(_stack("terraform", "1.9"), {"id": "b"})]
	_violated(_plan("terraform", "1.9"), both) == set()
	_violated(_plan("terraform", null), [_stack("terraform", null)]) == set()
}

test_versions_of_what_is_not_terraform_are_not_judged if {
	_violated(_plan("cloudformation", "1"), [_stack("cloudformation", null)]) == set()
	_violated(_plan("cdk", "2"), [_stack("cloudformation", null), _stack("terraform", "1.8")]) == {["terraform", []]}
	_violated(_plan("terraform", "1.9"), [_stack("terraform", "1.9"), _stack("cloudformation", "2")]) == {["cloudformation", []]}
}

test_it_is_undecided_without_code_and_without_a_known_version if {
	_undecided(_plan("terraform", null), []) == {["plan", ["tool"]]}
	_undecided(_plan("terraform", "1.9"), [_stack("terraform", {"unknown": "x"})]) == {["terraform", ["toolVersion"]]}
	_undecided(_plan("terraform", null), [_stack("terraform", {"unknown": "x"})]) == set()
	_violated(_plan("terraform", "1.9"), [_stack("terraform", {"unknown": "x"})]) == set()
}
