package planproof.rules.encryption["object-store-encrypted_test"]

import data.planproof.rules.encryption["object-store-encrypted"] as rule

_store(encrypted) := {"kind": "object-store", "id": "infra:aws_s3_bucket.a", "name": "a", "facts": {"encrypted": encrypted}}

test_an_unencrypted_store_is_a_violation if {
	violation := rule.violation with input.subjects["object-store"] as [_store(false), _store(true)]
	violation == {{
		"kind": "object-store",
		"id": "infra:aws_s3_bucket.a",
		"path": ["encrypted"],
		"message": "Object store a is not encrypted at rest.",
	}}
}

test_an_encrypted_store_is_not if {
	violation := rule.violation with input.subjects["object-store"] as [_store(true)]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_store({"unknown": "var.encrypt has no value"})]
	violation := rule.violation with input.subjects["object-store"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["object-store"] as subjects
	undecided == {{
		"kind": "object-store",
		"id": "infra:aws_s3_bucket.a",
		"path": ["encrypted"],
		"reason": "var.encrypt has no value",
	}}
}
