package planproof.rules.observability["panels-queried_test"]

import data.planproof.rules.observability["panels-queried"] as rule

subject(facts) := {"kind": "panel", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"panel": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"panel": [subject(facts)]}}}

test_a_panel_without_a_query_is_told_by_its_name_or_type if {
	messages({"showsData": true, "queries": 0, "type": "graph"}) == {"Panel s has no query."}
	unnamed := {"kind": "panel", "id": "s", "name": "", "facts": {"showsData": true, "queries": 0, "type": "graph"}}
	said := {each.message | some each in rule.violation with input as {"subjects": {"panel": [unnamed]}}}
	said == {"A panel of type graph has no query."}
}

test_a_panel_that_shows_no_data_needs_none if {
	messages({"showsData": false, "queries": 0, "type": "text"}) == set()
	open({"showsData": false, "queries": {"unknown": "a"}}) == set()
}

test_what_is_not_known_is_undecided if {
	messages({"showsData": true, "queries": {"unknown": "a"}}) == set()
	open({"showsData": true, "queries": {"unknown": "a"}}) == {"a"}
}
