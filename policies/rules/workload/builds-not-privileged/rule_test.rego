package planproof.rules.workload["builds-not-privileged_test"]

import data.planproof.rules.workload["builds-not-privileged"] as rule

subject(facts) := {"kind": "build-project", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"build-project": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"build-project": [subject(facts)]}}}

facts(privileged, containers) := {"privileged": privileged, "usesContainers": containers}

test_a_build_that_needs_no_privilege_is_told if {
	messages(facts(true, false)) == {"Build project s is privileged, and works with no containers."}
	messages(facts(true, true)) == set()
	messages(facts(false, false)) == set()
}

test_what_is_not_known_matters_unless_the_other_decides if {
	open(facts({"unknown": "a"}, {"unknown": "b"})) == {"a", "b"}
	open(facts(false, {"unknown": "b"})) == set()
	open(facts({"unknown": "a"}, true)) == set()
}
