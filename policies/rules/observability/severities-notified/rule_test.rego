package planproof.rules.observability["severities-notified_test"]

import data.planproof.rules.observability["severities-notified"] as rule

_alert(id, receivers, more) := {
	"kind": "alert", "id": id, "name": id,
	"facts": object.union(
		{"routed": true, "acts": false, "conditional": true, "severity": "critical", "receivers": receivers},
		more,
	),
}

_violated(alerts) if count(rule.violation) > 0 with input.subjects as {"alert": alerts, "alert-router": [{}]}

_open(alerts) if count(rule.undecided) > 0 with input.subjects as {"alert": alerts, "alert-router": [{}]}

test_one_that_reaches_someone_is_enough if {
	_violated([_alert("a", [], {}), _alert("b", [], {})])
	not _violated([_alert("a", [], {}), _alert("b", ["on-call"], {})])
}

test_what_is_not_known_is_no_violation if {
	alerts := [_alert("a", [], {}), _alert("b", {"unknown": "x"}, {})]
	not _violated(alerts)
	_open(alerts)
	not _open([_alert("a", ["on-call"], {}), _alert("b", {"unknown": "x"}, {})])
}

test_alerts_that_nobody_is_to_be_told_of_do_not_count if {
	not _violated([_alert("a", [], {"severity": "info"})])
	not _violated([_alert("a", [], {"acts": true})])
	not _violated([_alert("a", [], {"conditional": false})])
	not _violated([_alert("a", [], {"routed": false})])
}

test_without_routes_nothing_is_examined if {
	count(rule.examined) == 0 with input.subjects as {"alert": [_alert("a", [], {})], "alert-router": []}
}
