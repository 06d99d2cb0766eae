package planproof.rules["supply-chain"]["commits-signed_test"]

import data.planproof.rules["supply-chain"]["commits-signed"] as rule

subject(facts) := {"kind": "branch-protection", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"branch-protection": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"branch-protection": [subject(facts)]}}}

examined(facts) if count(rule.examined) == 1 with input as {"subjects": {"branch-protection": [subject(facts)]}}

test_commits_without_a_signature_are_told if {
	messages({"signed": false}) == {"Protection s takes commits without a signature."}
	messages({"signed": true}) == set()
}

test_a_protection_that_has_no_say_is_not_asked if {
	messages({"signed": null}) == set()
	not examined({"signed": null})
	examined({"signed": true})
}

test_what_is_not_known_is_undecided if open({"signed": {"unknown": "a"}}) == {"a"}
