package planproof.rules.identity["object-store-access-uniform_test"]

import data.planproof.rules.identity["object-store-access-uniform"] as rule

_subject(value) := {"kind": "object-store", "id": "infra:a", "name": "a", "facts": {"uniformAccess": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["object-store"] as [_subject(false), _subject(true)]
	violation == {{
		"kind": "object-store",
		"id": "infra:a",
		"path": ["uniformAccess"],
		"message": "Objects of a may have rules of their own.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["object-store"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["object-store"] as subjects
	undecided == {{
		"kind": "object-store",
		"id": "infra:a",
		"path": ["uniformAccess"],
		"reason": "var.x has no value",
	}}
}

test_what_has_no_such_thing_is_not_examined if {
	examined := rule.examined with input.subjects["object-store"] as [_subject(null)]
	examined == set()
}
