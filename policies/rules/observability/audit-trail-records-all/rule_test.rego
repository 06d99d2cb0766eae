package planproof.rules.observability["audit-trail-records-all_test"]

import data.planproof.rules.observability["audit-trail-records-all"] as rule

trail(all, exempted) := {
	"kind": "audit-trail",
	"id": "t",
	"name": "t",
	"facts": {"everyAction": all, "exempted": exempted},
}

messages(subject) := {violation.message | some violation in rule.violation with input as {"subjects": {"audit-trail": [subject]}}}

test_what_is_left_out_and_who if {
	messages(trail(false, ["a", "b"])) == {
		"Audit trail t leaves sorts of access or change out.",
		"Audit trail t does not record a, b.",
	}
}

test_a_trail_of_one_service_may_record_a_part if messages(trail(null, [])) == set()

test_what_is_not_known_is_undecided if {
	reasons := {each.reason | some each in rule.undecided with input as {"subjects": {"audit-trail": [trail({"unknown": "a"}, {"unknown": "b"})]}}}
	reasons == {"a", "b"}
}
