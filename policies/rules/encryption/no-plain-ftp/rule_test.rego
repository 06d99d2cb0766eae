package planproof.rules.encryption["no-plain-ftp_test"]

import data.planproof.rules.encryption["no-plain-ftp"] as rule

_subject(value) := {"kind": "web-app", "id": "infra:a", "name": "a", "facts": {"plainFtp": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["web-app"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "web-app",
		"id": "infra:a",
		"path": ["plainFtp"],
		"message": "a takes code over FTP without TLS.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["web-app"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["web-app"] as subjects
	undecided == {{
		"kind": "web-app",
		"id": "infra:a",
		"path": ["plainFtp"],
		"reason": "var.x has no value",
	}}
}
