package planproof.rules.secrets["no-traces_test"]

import data.planproof.rules.secrets["no-traces"] as rule

_pipeline(format, traces) := [{"kind": "pipeline", "id": "p", "name": "p", "format": format, "facts": {"traces": traces}}]

test_each_switch_is_told if {
	violation := rule.violation with input.subjects.pipeline as _pipeline("gitlab-ci", [{"variable": "A"}, {"variable": "B"}])
	{one.path[1] | some one in violation} == {0, 1}
}

test_only_systems_that_are_read_for_it_are_examined if {
	read := rule.examined with input.subjects.pipeline as _pipeline("azure-pipelines", [])
	{one.id | some one in read} == {"p"}
	other := rule.examined with input.subjects.pipeline as _pipeline("jenkins", [])
	other == set()
}
