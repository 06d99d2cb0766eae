package planproof.rules.observability["alert-severity-stated_test"]

import data.planproof.rules.observability["alert-severity-stated"] as rule

subject(facts) := {"kind": "alert", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"alert": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"alert": [subject(facts)]}}}

examined(facts) if count(rule.examined) == 1 with input as {"subjects": {"alert": [subject(facts)]}}

facts(routed, severity, labels) := {"routed": routed, "severity": severity, "labels": labels}

test_an_alert_without_a_severity_is_told if {
	messages(facts(true, "none", {})) == {"Alert s states no severity."}
	messages(facts(true, "page", {"severity": "page"})) == set()
}

test_an_alert_that_says_none_means_it if messages(facts(true, "none", {"severity": "none"})) == set()

test_an_alarm_that_names_whom_it_tells_is_not_asked if {
	messages(facts(false, "none", {})) == set()
	open(facts(false, {"unknown": "a"}, {})) == set()
	not examined(facts(false, "none", {}))
}

test_what_is_not_known_is_undecided if open(facts(true, {"unknown": "a"}, {})) == {"a"}
