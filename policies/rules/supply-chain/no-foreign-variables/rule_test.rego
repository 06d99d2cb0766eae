package planproof.rules["supply-chain"]["no-foreign-variables_test"]

import data.planproof.rules["supply-chain"]["no-foreign-variables"] as rule

_pipeline(written) := [{"kind": "pipeline", "id": "p", "name": "p", "facts": {"surface": {"foreignVariables": [{"written": written}]}}}]

test_what_is_written_is_told if {
	violation := rule.violation with input.subjects.pipeline as _pipeline("cat number")
	{one.message | some one in violation} == {"Pipeline p writes what an outsider controls (cat number) to the variables of all later steps."}
}

test_what_someone_may_have_looked_at_is_undecided if {
	subjects := _pipeline({"unknown": "its condition asks for a label"})
	violation := rule.violation with input.subjects.pipeline as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.pipeline as subjects
	{one.reason | some one in undecided} == {"its condition asks for a label"}
}
