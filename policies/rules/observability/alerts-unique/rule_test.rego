package planproof.rules.observability["alerts-unique_test"]

import data.planproof.rules.observability["alerts-unique"] as rule

alert(id, routed, environment) := {
	"kind": "alert",
	"id": id,
	"name": "Busy",
	"environment": environment,
	"facts": {"routed": routed, "expression": "up == 0", "labels": {"severity": "page"}},
}

twice(first, second) := {violation.id | some violation in rule.violation with input as {"subjects": {"alert": [first, second]}}}

test_the_second_of_two_is_told if twice(alert("b", true, "x"), alert("a", true, "x")) == {"b"}

test_environments_may_have_the_same if twice(alert("a", true, "x"), alert("b", true, "y")) == set()

test_alarms_of_a_cloud_watch_their_own_stack if twice(alert("a", false, "x"), alert("b", false, "x")) == set()

test_an_unknown_expression_beside_another_is_undecided if {
	unknown := object.union(alert("b", true, "x"), {"facts": {"expression": {"unknown": "why"}}})
	count(rule.undecided) == 1 with input as {"subjects": {"alert": [alert("a", true, "x"), unknown]}}
	rule.undecided == set() with input as {"subjects": {"alert": [unknown]}}
}

test_a_file_in_another_language_is_its_twin if {
	twice(alert("out/rules.json:Busy", true, "x"), alert("rules.yaml:Busy", true, "x")) == set()
	twice(alert("a/rules.yaml:Busy", true, "x"), alert("b/rules.yaml:Busy", true, "x")) == {"b/rules.yaml:Busy"}
}
