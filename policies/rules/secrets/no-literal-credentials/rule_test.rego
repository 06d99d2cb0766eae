package planproof.rules.secrets["no-literal-credentials_test"]

import data.planproof.rules.secrets["no-literal-credentials"] as rule

_subject(value) := {"kind": "credential", "id": "infra:a", "name": "a", "facts": {"literal": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects.credential as [_subject(true), _subject(false)]
	violation == {{
		"kind": "credential",
		"id": "infra:a",
		"path": ["literal"],
		"message": "The a is written in the code.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects.credential as subjects
	violation == set()
	undecided := rule.undecided with input.subjects.credential as subjects
	undecided == {{
		"kind": "credential",
		"id": "infra:a",
		"path": ["literal"],
		"reason": "var.x has no value",
	}}
}
