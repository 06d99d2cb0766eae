package planproof.rules.observability["panels-explained_test"]

import data.planproof.rules.observability["panels-explained"] as rule

subject(facts) := {"kind": "panel", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"panel": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"panel": [subject(facts)]}}}

facts(title, queries) := {"showsData": true, "title": title, "queries": queries, "type": "graph"}

test_a_panel_without_a_title_is_told if {
	messages(facts(" ", 1)) == {"A panel of type graph has no title."}
	messages(facts("Load", 1)) == set()
	messages(object.union(facts("", 1), {"showsData": false})) == set()
}

test_what_is_not_known_is_undecided_where_a_title_is_missing if {
	messages(facts("", {"unknown": "a"})) == set()
	open(facts("", {"unknown": "a"})) == {"a"}
	open(facts("Load", {"unknown": "a"})) == set()
}

test_dashboards_count_what_they_do_not_describe if {
	board := {"kind": "dashboard", "id": "d", "name": "d", "facts": {"system": "grafana", "undescribedPanels": 2, "panels": 5}}
	said := {each.message | some each in rule.violation with input as {"subjects": {"dashboard": [board]}}}
	said == {"Dashboard d has panels without a description: 2 of 5."}
}
