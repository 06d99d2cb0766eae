package planproof.rules.recovery["standby-region-prepared_test"]

import data.planproof.rules.recovery["standby-region-prepared"] as rule

_subjects(stacks) := {
	"plan-component": [{
		"kind": "plan-component", "id": "orders", "name": "orders",
		"facts": {"standbyRegion": "eu-west-1"},
	}],
	"stack": stacks,
}

_stack(regions) := {"kind": "stack", "id": "s", "name": "s", "facts": {"regions": regions}}

_violations(stacks) := number if {
	number := count(rule.violation) with input.subjects as _subjects(stacks)
}

_reasons(stacks) := {one.reason | some one in rule.undecided with input.subjects as _subjects(stacks)}

test_a_region_without_a_stack_is_a_violation if {
	_violations([_stack(["eu-central-1"])]) == 1
	_violations([_stack(["eu-central-1", "eu-west-1"])]) == 0
}

test_a_stack_that_could_stand_there_leaves_it_open if {
	_violations([_stack({"unknown": "x"})]) == 0
	_reasons([_stack({"unknown": "x"})]) == {"where s provisions is not known"}
	_reasons([_stack(["eu-west-1"]), _stack({"unknown": "x"})]) == set()
}

test_without_infrastructure_code_nothing_is_known if {
	_violations([]) == 0
	_reasons([]) == {"no infrastructure code was scanned"}
}
