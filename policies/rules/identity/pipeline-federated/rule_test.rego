package planproof.rules.identity["pipeline-federated_test"]

import data.planproof.rules.identity["pipeline-federated"] as rule

_subject(value) := {"kind": "deploy-job", "id": "infra:a", "name": "a", "facts": {"credentials": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["deploy-job"] as [_subject("static"), _subject("federated")]
	violation == {{
		"kind": "deploy-job",
		"id": "infra:a",
		"path": ["credentials"],
		"message": "Deploy job a signs in with a long-lived key.",
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
		"path": ["credentials"],
		"reason": "var.x has no value",
	}}
}
