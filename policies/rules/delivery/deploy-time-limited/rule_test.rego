package planproof.rules.delivery["deploy-time-limited_test"]

import data.planproof.rules.delivery["deploy-time-limited"] as rule

_subject(value) := {"kind": "deploy-job", "id": "infra:a", "name": "a", "facts": {"timeLimit": value}}

test_a_deploy_without_a_limit_is_a_violation if {
	violation := rule.violation with input.subjects["deploy-job"] as [_subject(null), _subject(30)]
	violation == {{
		"kind": "deploy-job",
		"id": "infra:a",
		"path": ["timeLimit"],
		"message": "Nothing says how long deploy job a may take.",
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
		"path": ["timeLimit"],
		"reason": "var.x has no value",
	}}
}
