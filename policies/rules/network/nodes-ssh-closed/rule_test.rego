package planproof.rules.network["nodes-ssh-closed_test"]

import data.planproof.rules.network["nodes-ssh-closed"] as rule

_subject(value) := {"kind": "node-pool", "id": "infra:a", "name": "a", "facts": {"sshOpen": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["node-pool"] as [_subject(true), _subject(false)]
	violation == {{
		"kind": "node-pool",
		"id": "infra:a",
		"path": ["sshOpen"],
		"message": "a opens SSH to every address.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["node-pool"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["node-pool"] as subjects
	undecided == {{
		"kind": "node-pool",
		"id": "infra:a",
		"path": ["sshOpen"],
		"reason": "var.x has no value",
	}}
}
