package planproof.rules.observability["alert-templates-filled_test"]

import data.planproof.rules.observability["alert-templates-filled"] as rule

subject(facts) := {"kind": "alert", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"alert": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"alert": [subject(facts)]}}}

examined(facts) if count(rule.examined) == 1 with input as {"subjects": {"alert": [subject(facts)]}}

template(problem, missing) := {"templates": [{"name": "summary", "problem": problem, "missingLabels": missing}]}

test_each_label_that_is_missing_is_told if {
	messages(template(null, ["pod", "node"])) == {
		"summary of alert s shows the label pod, which its expression does not leave.",
		"summary of alert s shows the label node, which its expression does not leave.",
	}
	messages(template(null, [])) == set()
}

test_an_alert_without_templates_is_not_asked if {
	not examined({"templates": []})
	examined(template(null, []))
}

test_what_is_not_known_is_undecided if open(template({"unknown": "a"}, [])) == {"a"}
