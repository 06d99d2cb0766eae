package planproof.rules.observability["threats-detected_test"]

import data.planproof.rules.observability["threats-detected"] as rule

detection(on, silenced, told) := {
	"kind": "threat-detection",
	"id": "d",
	"name": "d",
	"facts": {"on": on, "silenced": silenced, "told": told},
}

messages(subject) := {violation.message | some violation in rule.violation with input as {"subjects": {"threat-detection": [subject]}}}

test_what_is_off_is_told_once if messages(detection(false, ["a"], false)) == {"d does not look for attacks."}

test_what_is_on_and_silent if {
	messages(detection(true, ["a", "b"], false)) == {"d does not tell of a, b.", "d tells nobody of what is found."}
}

test_what_only_says_who_is_told if {
	messages(detection(null, [], true)) == set()
	messages(detection(null, [], false)) == {"d tells nobody of what is found."}
}

test_what_is_off_leaves_nothing_open if {
	rule.undecided == set() with input as {"subjects": {"threat-detection": [detection(false, [], {"unknown": "a"})]}}
	count(rule.undecided) == 1 with input as {"subjects": {"threat-detection": [detection(true, [], {"unknown": "a"})]}}
}
