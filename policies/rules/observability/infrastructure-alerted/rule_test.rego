package planproof.rules.observability["infrastructure-alerted_test"]

import data.planproof.rules.observability["infrastructure-alerted"] as rule

_plan(alert, route, exempt) := [{"kind": "plan", "id": "p", "name": "p", "facts": {"monitoring": {"infrastructure": [{
	"concern": "disks",
	"watch": [{"exempt": exempt, "by": alert}, {"exempt": exempt, "by": route}],
}]}}}]

_messages(alert, route, exempt) := {one.message | some one in rule.violation with input.subjects.plan as _plan(alert, route, exempt)}

_open(alert, route) := {one.path[4] | some one in rule.undecided with input.subjects.plan as _plan(alert, route, null)}

_alert := [{"kind": "alert", "id": "a"}]

test_an_alert_must_be_there_and_reach_someone if {
	_messages([], [], null) == {"No alert is on disks that fill."}
	_messages(_alert, [], null) == {"The alert on disks that fill reaches nobody."}
	_messages(_alert, _alert, null) == set()
}

test_what_the_plan_leaves_out_is_not_missed if _messages([], [], "It is left out.") == set()

test_one_question_is_asked_once if {
	_open({"unknown": "x"}, {"unknown": "x"}) == {0}
	_open(_alert, {"unknown": "x"}) == {1}
}
