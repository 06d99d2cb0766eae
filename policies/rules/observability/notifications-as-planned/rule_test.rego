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

_with_alerts(alerts) := {
	"plan": [{
		"kind": "plan", "id": "p", "name": "p",
		"facts": {"notifications": [{"severity": "critical", "receiver": "on-call"}]},
	}],
	"alert-router": [{
		"kind": "alert-router", "id": "r", "name": "r",
		"facts": {"receivers": [{"name": "on-call", "notifies": true}, {"name": "mail", "notifies": true}]},
	}],
	"alert": alerts,
}

_alert(receivers, more) := {
	"kind": "alert", "id": "a", "name": "a",
	"facts": object.union({"routed": true, "acts": false, "severity": "critical", "receivers": receivers}, more),
}

_unreached(alerts) if count(rule.violation) > 0 with input.subjects as _with_alerts(alerts)

_open(alerts) if count(rule.undecided) > 0 with input.subjects as _with_alerts(alerts)

test_one_alert_that_reaches_the_receiver_is_enough if {
	_unreached([_alert([], {}), _alert(["mail"], {})])
	not _unreached([_alert([], {}), _alert(["on-call"], {})])
}

test_a_route_that_is_not_known_leaves_it_open if {
	alerts := [_alert([], {}), _alert({"unknown": "x"}, {})]
	not _unreached(alerts)
	_open(alerts)
	not _open([_alert(["on-call"], {}), _alert({"unknown": "x"}, {})])
}

test_alerts_of_another_severity_or_another_way_do_not_count if {
	not _unreached([_alert(["mail"], {"severity": "warning"})])
	not _unreached([_alert(["mail"], {"routed": false})])
	not _unreached([])
}
