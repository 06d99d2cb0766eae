package planproof.rules.observability["matchers-plain_test"]

import data.planproof.rules.observability["matchers-plain"] as rule

_messages(pattern) := {one.message |
	some one in rule.violation with input.subjects.query as [{
		"kind": "query", "id": "q", "name": "q",
		"facts": {"patterns": [object.union({"matcher": "a=~\"x\"", "instead": null}, pattern)]},
	}]
}

test_each_kind_of_pattern_is_told_with_what_would_be_plain if {
	_messages({"matches": "everything"}) == {"a=~\"x\" of q matches everything, and can be left out."}
	_messages({"matches": "piece"}) == {"a=~\"x\" of q looks for a piece of the value, which might be a label of its own."}
	_messages({"matches": "anchored"}) == {"a=~\"x\" of q has anchors, though whole values are matched anyway."}
	_messages({"matches": "anchored", "instead": "a=~\"y\""}) == {"a=~\"x\" of q says a=~\"y\"."}
	_messages({"matches": "text", "instead": "a=\"x\""}) == {"a=~\"x\" of q says a=\"x\"."}
}

test_a_query_that_cannot_be_read_is_undecided if {
	queries := [{"kind": "query", "id": "q", "name": "q", "facts": {"expression": {"unknown": "x"}, "patterns": []}}]
	undecided := rule.undecided with input.subjects.query as queries
	{one.reason | some one in undecided} == {"x"}
}
