package planproof.rules.encryption["build-artifacts-encrypted_test"]

import data.planproof.rules.encryption["build-artifacts-encrypted"] as rule

subject(facts) := {"kind": "build-project", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"build-project": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"build-project": [subject(facts)]}}}

examined(facts) if count(rule.examined) == 1 with input as {"subjects": {"build-project": [subject(facts)]}}

test_artifacts_without_encryption_are_told if {
	messages({"artifactsEncrypted": false}) == {"Build project s keeps its artifacts without encryption."}
	messages({"artifactsEncrypted": true}) == set()
}

test_a_project_without_artifacts_is_not_asked if {
	messages({"artifactsEncrypted": null}) == set()
	not examined({"artifactsEncrypted": null})
	examined({"artifactsEncrypted": true})
}

test_what_is_not_known_is_undecided if open({"artifactsEncrypted": {"unknown": "a"}}) == {"a"}
