package planproof.rules.secrets["parameters-hidden_test"]

import data.planproof.rules.secrets["parameters-hidden"] as rule

subject(facts) := {"kind": "credential", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"credential": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"credential": [subject(facts)]}}}

test_a_parameter_that_is_shown_is_told if {
	messages({"shown": true, "literal": false}) == {"The s is not hidden."}
	messages({"shown": false, "literal": false}) == set()
}

test_what_is_written_in_the_code_is_another_rules if messages({"shown": true, "literal": true}) == set()

test_what_is_not_known_is_undecided if open({"shown": {"unknown": "a"}, "literal": false}) == {"a"}
