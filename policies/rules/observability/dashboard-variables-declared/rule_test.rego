package planproof.rules.observability["dashboard-variables-declared_test"]

import data.planproof.rules.observability["dashboard-variables-declared"] as rule

subject(facts) := {"kind": "dashboard", "id": "s", "name": "s", "facts": object.union({"system": "grafana"}, facts)}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"dashboard": [subject(facts)]}}}

test_each_variable_that_nothing_declares_is_told if {
	messages({"undeclaredVariables": ["job", "node"]}) == {
		"Dashboard s uses the variable job, and does not declare it.",
		"Dashboard s uses the variable node, and does not declare it.",
	}
	messages({"undeclaredVariables": []}) == set()
}

test_dashboards_of_clouds_are_not_asked if {
	messages({"system": "cloudwatch", "undeclaredVariables": ["a"]}) == set()
}
