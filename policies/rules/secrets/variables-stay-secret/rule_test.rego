package planproof.rules.secrets["variables-stay-secret_test"]

import data.planproof.rules.secrets["variables-stay-secret"] as rule

_pipeline(format, how) := [{
	"kind": "pipeline", "id": "p", "name": "p", "format": format,
	"facts": {"bareSecrets": [{"how": how, "secret": "TOKEN"}]},
}]

test_only_secrets_of_its_way_are_told if {
	told := rule.violation with input.subjects.pipeline as _pipeline("azure-pipelines", "variable")
	{one.message | some one in told} == {"Pipeline p passes TOKEN on as a variable that is no secret."}
	other := rule.violation with input.subjects.pipeline as _pipeline("azure-pipelines", "other")
	other == set()
}

test_only_the_system_that_is_read_for_it_is_examined if {
	read := rule.examined with input.subjects.pipeline as _pipeline("azure-pipelines", "other")
	count(read) == 1
	other := rule.examined with input.subjects.pipeline as _pipeline("circleci", "other")
	other == set()
}
