package planproof.rules.identity["api-authenticated_test"]

import data.planproof.rules.identity["api-authenticated"] as rule

_subject(value) := {"kind": "api-method", "id": "infra:a", "name": "a", "facts": {"authenticated": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["api-method"] as [_subject(false), _subject(true)]
	violation == {{
		"kind": "api-method",
		"id": "infra:a",
		"path": ["authenticated"],
		"message": "a answers callers who do not say who they are.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["api-method"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["api-method"] as subjects
	undecided == {{
		"kind": "api-method",
		"id": "infra:a",
		"path": ["authenticated"],
		"reason": "var.x has no value",
	}}
}
