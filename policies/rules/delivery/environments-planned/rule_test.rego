package planproof.rules.delivery["environments-planned_test"]

import data.planproof.rules.delivery["environments-planned"] as rule

_environment(name, folders) := {
	"kind": "plan-environment",
	"id": name,
	"name": name,
	"facts": {"infrastructure": [{"path": folder} | some folder in folders]},
}

_planned := [
	_environment("staging", ["infrastructure/staging"]),
	_environment("live", ["infrastructure/live"]),
]

_job(environment, target) := {
	"kind": "deploy-job",
	"id": "release",
	"name": "release",
	"environment": environment,
	"facts": {"target": target},
}

_stack(path) := {"kind": "stack", "id": path, "name": path, "facts": {"path": path}}

_found(environments, jobs, stacks) := {one.id | some one in violation} if {
	violation := rule.violation with input.subjects as {
		"plan-environment": environments,
		"deploy-job": jobs,
		"stack": stacks,
	}
}

test_an_environment_that_the_plan_lacks_is_a_violation if {
	_found(_planned, [_job("demo", "demo")], []) == {"release"}
}

test_those_of_the_plan_are_right if {
	_found(_planned, [_job("live", "production")], []) == set()
}

test_what_comes_and_goes_is_none if {
	every target in ["preview-12", "pr-$PR", "github-pages", "pypi", "Review App"] {
		_found(_planned, [_job(target, target)], []) == set()
	}
}

test_nothing_is_asked_of_a_plan_without_environments if {
	_found([], [_job("demo", "demo")], [_stack("infrastructure/demo")]) == set()
}

test_infrastructure_beside_that_of_several_environments_is_a_violation if {
	stacks := [_stack("infrastructure/live"), _stack("infrastructure/demo")]
	_found(_planned, [], stacks) == {"infrastructure/demo"}
}

test_what_environments_share_is_none if {
	every folder in ["modules", "global", "iam", ".terraform", "_base"] {
		_found(_planned, [], [_stack(sprintf("infrastructure/%s", [folder]))]) == set()
	}
}

test_one_environment_does_not_tell_that_its_neighbors_are_some if {
	_found([_environment("live", ["infrastructure/live"])], [], [_stack("infrastructure/demo")]) == set()
}

test_it_is_undecided_where_the_target_is_unknown if {
	undecided := rule.undecided with input.subjects as {
		"plan-environment": _planned,
		"deploy-job": [_job(null, {"unknown": "x"}), _job("live", {"unknown": "y"})],
	}
	{one.reason | some one in undecided} == {"x"}
}
