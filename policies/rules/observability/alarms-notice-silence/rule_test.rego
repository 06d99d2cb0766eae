package planproof.rules.observability["alarms-notice-silence_test"]

import data.planproof.rules.observability["alarms-notice-silence"] as rule

alert(facts) := {
	"kind": "alert",
	"id": "a",
	"name": "Busy",
	"facts": object.union({"system": "grafana", "signal": "errors", "severity": "critical", "withoutData": "resolves"}, facts),
}

told(facts) := {violation.message | some violation in rule.violation with input as {"subjects": {"alert": [alert(facts)]}}}

test_a_critical_alert_that_says_ok if told({}) == {"Critical alert Busy says OK when nothing is measured."}

test_what_must_be_there_is_told_once if count(told({"signal": "availability"})) == 1

test_a_critical_alert_may_keep_its_state_and_what_must_be_there_may_not if {
	told({"withoutData": "stays"}) == set()
	count(told({"withoutData": "stays", "signal": "availability"})) == 1
}

test_other_alerts_may_say_ok if told({"severity": "warning"}) == set()

test_errors_of_a_cloud_are_measured_only_while_there_are_some if told({"system": "cloudwatch"}) == set()

test_what_is_unknown_is_undecided_once if {
	unknown := alert({"withoutData": {"unknown": "why"}})
	count(rule.undecided) == 1 with input as {"subjects": {"alert": [unknown]}}
	count(rule.examined) == 1 with input as {"subjects": {"alert": [unknown]}}
}
