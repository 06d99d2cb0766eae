package planproof.rules.recovery["data-not-deleted-with-holder_test"]

import data.planproof.rules.recovery["data-not-deleted-with-holder"] as rule

files(production, whole) := {"subjects": {"data-removal": [{"kind": "data-removal", "id": "s", "name": "s", "facts": {"production": production, "withContents": whole}}]}}

told(production, whole) := count(found) if found := rule.violation with input as files(production, whole)

open(production, whole) := {each.reason | some each in rule.undecided with input as files(production, whole)}

test_only_production_is_asked if {
	told(true, true) == 1
	told(true, false) == 0
	told(false, true) == 0
	open(false, {"unknown": "a"}) == set()
}

test_what_is_not_known_is_undecided_unless_the_data_stays if {
	open({"unknown": "a"}, true) == {"a"}
	open(true, {"unknown": "b"}) == {"b"}
	open({"unknown": "a"}, false) == set()
}
