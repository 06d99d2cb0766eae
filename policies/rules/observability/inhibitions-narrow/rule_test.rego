package planproof.rules.observability["inhibitions-narrow_test"]

import data.planproof.rules.observability["inhibitions-narrow"] as rule

_severity(value) := [{"label": "severity", "operator": "=", "value": value}]

_router(inhibition) := {"subjects": {"alert-router": [{
	"kind": "alert-router",
	"id": "r",
	"name": "r",
	"facts": {"inhibitions": [inhibition]},
}]}}

test_a_lesser_alert_must_not_silence_a_critical_one if {
	found := rule.violation with input as _router({
		"sources": _severity("info"),
		"targets": _severity("critical"),
		"equal": ["namespace"],
	})
	count(found) == 1
}

test_a_critical_one_may_silence_a_lesser_one_of_the_same if {
	found := rule.violation with input as _router({
		"sources": _severity("critical"),
		"targets": _severity("warning"),
		"equal": ["namespace"],
	})
	count(found) == 0
}

test_labels_must_agree_unless_the_alerts_are_named if {
	count(rule.violation) == 1 with input as _router({
		"sources": _severity("critical"),
		"targets": _severity("warning"),
		"equal": [],
	})
	count(rule.violation) == 0 with input as _router({
		"sources": [{"label": "alertname", "operator": "=", "value": "A"}],
		"targets": _severity("warning"),
		"equal": [],
	})
}

test_what_cannot_be_read_is_undecided if {
	input_ := _router({"sources": {"unknown": "a"}, "targets": _severity("warning"), "equal": []})
	count(rule.undecided) == 1 with input as input_
	count(rule.violation) == 0 with input as input_
}
