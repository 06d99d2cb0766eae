package planproof.rules.secrets["not-pasted-into-scripts_test"]

import data.planproof.rules.secrets["not-pasted-into-scripts"] as rule

_pipeline(format, how) := [{
	"kind": "pipeline", "id": "p", "name": "p", "format": format,
	"facts": {"bareSecrets": [{"how": how, "secret": "TOKEN"}]},
}]

test_only_secrets_of_its_way_are_told if {
	told := rule.violation with input.subjects.pipeline as _pipeline("jenkins", "pasted")
	{one.message | some one in told} == {"Pipeline p pastes the secret TOKEN into a script."}
	other := rule.violation with input.subjects.pipeline as _pipeline("jenkins", "other")
	other == set()
}

test_only_the_system_that_is_read_for_it_is_examined if {
	read := rule.examined with input.subjects.pipeline as _pipeline("jenkins", "other")
	count(read) == 1
	other := rule.examined with input.subjects.pipeline as _pipeline("circleci", "other")
	other == set()
}
