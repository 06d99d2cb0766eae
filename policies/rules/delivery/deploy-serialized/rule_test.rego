package planproof.rules.delivery["deploy-serialized_test"]

import data.planproof.rules.delivery["deploy-serialized"] as rule

_subject(value) := {"kind": "deploy-job", "id": "infra:a", "name": "a", "facts": {"serialized": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["deploy-job"] as [_subject(false), _subject(true)]
	violation == {{
		"kind": "deploy-job",
		"id": "infra:a",
		"path": ["serialized"],
		"message": "Deploy job a can run twice at the same time, or be canceled half way.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["deploy-job"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["deploy-job"] as subjects
	undecided == {{
		"kind": "deploy-job",
		"id": "infra:a",
		"path": ["serialized"],
		"reason": "var.x has no value",
	}}
}
