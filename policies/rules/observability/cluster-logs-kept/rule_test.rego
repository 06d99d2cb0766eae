package planproof.rules.observability["cluster-logs-kept_test"]

import data.planproof.rules.observability["cluster-logs-kept"] as rule

subject(facts) := {"kind": "cluster", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"cluster": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"cluster": [subject(facts)]}}}

test_logs_that_are_missing_are_told_together if {
	messages({"missingLogs": ["api", "audit"]}) == {"Cluster s does not keep these logs: api, audit."}
	messages({"missingLogs": []}) == set()
}

test_what_is_not_known_is_undecided if {
	messages({"missingLogs": {"unknown": "a"}}) == set()
	open({"missingLogs": {"unknown": "a"}}) == {"a"}
}
