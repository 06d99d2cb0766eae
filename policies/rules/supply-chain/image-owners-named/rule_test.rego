package planproof.rules["supply-chain"]["image-owners-named_test"]

import data.planproof.rules["supply-chain"]["image-owners-named"] as rule

_subject(value) := {"kind": "image-search", "id": "infra:a", "name": "a", "facts": {"ownersNamed": value}}

test_what_the_title_rules_out_is_a_violation if {
	violation := rule.violation with input.subjects["image-search"] as [_subject(false), _subject(true)]
	violation == {{
		"kind": "image-search",
		"id": "infra:a",
		"path": ["ownersNamed"],
		"message": "a takes anybody's image of that name.",
	}}
}

test_an_unknown_is_undecided_with_its_reason if {
	subjects := [_subject({"unknown": "var.x has no value"})]
	violation := rule.violation with input.subjects["image-search"] as subjects
	violation == set()
	undecided := rule.undecided with input.subjects["image-search"] as subjects
	undecided == {{
		"kind": "image-search",
		"id": "infra:a",
		"path": ["ownersNamed"],
		"reason": "var.x has no value",
	}}
}
