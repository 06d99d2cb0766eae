package planproof.rules.observability["notifications-as-planned_test"]

import data.planproof.rules.observability["notifications-as-planned"] as rule

_subjects(receivers) := {
	"plan": [{
		"kind": "plan", "id": "plan", "name": "plan",
		"facts": {"notifications": [{"severity": "critical", "receiver": "pager"}]},
	}],
	"alert-router": [{"kind": "alert-router", "id": "r", "name": "r", "facts": {"receivers": list}} | some list in receivers],
}

_violated(receivers) := {one.path | some one in rule.violation with input.subjects as _subjects(receivers)}

_undecided(receivers) := {one.reason | some one in rule.undecided with input.subjects as _subjects(receivers)}

test_a_planned_receiver_notifies_in_some_routing if {
	_violated([[{"name": "chat", "notifies": true}], [{"name": "pager", "notifies": true}]]) == set()
	_violated([[{"name": "chat", "notifies": true}]]) == {["notifications", 0, "receiver"]}
	_violated([[{"name": "pager", "notifies": false}]]) == {["notifications", 0, "receiver"]}
}

test_without_a_routing_it_is_undecided if {
	_undecided([]) == {"no alert routing is among the files"}
	_violated([]) == set()
	_undecided([[]]) == set()
}
