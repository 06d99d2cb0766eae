package planproof.rules.observability["database-activity-recorded_test"]

import data.planproof.rules.observability["database-activity-recorded"] as rule

subject(facts) := {"kind": "database-record", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"database-record": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"database-record": [subject(facts)]}}}

quiet := {"connections": null, "disconnections": null, "checkpoints": null, "lockWaits": null, "audited": null}

test_each_record_that_is_missing_is_told if {
	messages(object.union(quiet, {"connections": false, "lockWaits": false, "audited": true})) == {
		"s does not record who connects.",
		"s does not record who waits for locks.",
	}
	messages(quiet) == set()
}

test_what_is_not_known_is_undecided if open(object.union(quiet, {"audited": {"unknown": "a"}})) == {"a"}
