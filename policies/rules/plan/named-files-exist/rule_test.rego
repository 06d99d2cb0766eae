package planproof.rules.plan["named-files-exist_test"]

import data.planproof.rules.plan["named-files-exist"] as rule

_named(exists) := {"path": "a", "exists": exists}

_environment(facts) := {"kind": "plan-environment", "id": "e", "name": "dev", "facts": object.union(
	{"configuration": [], "infrastructure": [], "foundStacks": ["s"]},
	facts,
)}

_messages(subjects) := {one.message | some one in rule.violation with input.subjects as subjects}

test_files_of_the_whole_plan_are_named_with_what_they_are if {
	plan := {"kind": "plan", "id": "p", "name": "p", "facts": {"named": [object.union(_named(false), {"role": "pipeline"})]}}
	_messages({"plan": [plan]}) == {"The plan names the pipeline a, and it does not exist."}
}

test_files_of_components_and_environments_are_told if {
	component := {"kind": "plan-component", "id": "c", "name": "shop", "facts": {"files": [_named(false), _named(true)]}}
	_messages({
		"plan-component": [component],
		"plan-environment": [_environment({"configuration": [_named(false)]})],
	}) == {
		"The plan names a as files of shop, and it does not exist.",
		"The plan names a as configuration of dev, and it does not exist.",
	}
}

test_code_that_is_missing_altogether_is_for_another_rule if {
	_messages({"plan-environment": [_environment({"infrastructure": [_named(false)]})]}) != set()
	_messages({"plan-environment": [_environment({"infrastructure": [_named(false)], "foundStacks": []})]}) == set()
}

test_what_lies_elsewhere_is_undecided if {
	unknown := _environment({"configuration": [_named({"unknown": "elsewhere"})]})
	count(rule.undecided) == 1 with input.subjects["plan-environment"] as [unknown]
}

test_only_what_names_files_is_examined if {
	count(rule.examined) == 0 with input.subjects["plan-environment"] as [_environment({})]
	count(rule.examined) == 1 with input.subjects["plan-environment"] as [_environment({"configuration": [_named(true)]})]
}
