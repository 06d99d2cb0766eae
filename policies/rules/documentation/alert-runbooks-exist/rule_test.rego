package planproof.rules.documentation["alert-runbooks-exist_test"]

import data.planproof.rules.documentation["alert-runbooks-exist"] as rule

_alerts(exists) := [{
	"kind": "alert", "id": "a", "name": "Down",
	"facts": {"runbook": "docs/down.md", "runbookExists": exists},
}]

test_a_runbook_that_is_gone_is_told if {
	found := rule.violation with input.subjects.alert as _alerts(false)
	{one.message | some one in found} == {"Alert Down leads to the runbook docs/down.md, which is not there."}
	count(rule.violation) == 0 with input.subjects.alert as _alerts(true)
}

test_alerts_that_name_no_document_are_not_examined if {
	count(rule.examined) == 0 with input.subjects.alert as _alerts(null)
	count(rule.undecided) == 0 with input.subjects.alert as _alerts(null)
	count(rule.examined) == 1 with input.subjects.alert as _alerts(true)
}

test_an_unknown_is_undecided if {
	count(rule.undecided) == 1 with input.subjects.alert as _alerts({"unknown": "x"})
	count(rule.violation) == 0 with input.subjects.alert as _alerts({"unknown": "x"})
}
