package planproof.rules.observability["alerts-as-planned_test"]

import data.planproof.rules.observability["alerts-as-planned"] as rule

_subjects(alerts, wait, severity, criticality) := {
	"plan": [{"kind": "plan", "id": "p", "name": "p", "facts": {
		"signals": ["errors"],
		"monitoring": {"thresholds": [{
			"component": "c", "signal": "errors",
			"forSeconds": 300, "severity": "critical", "alerts": alerts,
		}]},
	}}],
	"plan-component": [{"kind": "plan-component", "id": "c", "name": "c", "facts": {"criticality": criticality}}],
	"alert": [{"kind": "alert", "id": "a", "name": "a", "facts": {"forSeconds": wait, "severity": severity}}],
}

_paths(alerts, wait, severity, criticality) := {one.path[3] |
	some one in rule.violation with input.subjects as _subjects(alerts, wait, severity, criticality)
}

test_an_alert_may_wait_less_but_not_longer if {
	_paths(["a"], 60, "critical", "standard") == set()
	_paths(["a"], 301, "critical", "standard") == {"forSeconds"}
}

test_its_severity_is_the_planned_one if _paths(["a"], 300, "warning", "standard") == {"severity"}

test_what_is_not_known_agrees_with_everything if _paths(["a"], {"unknown": "x"}, {"unknown": "x"}, "standard") == set()

test_an_alert_that_another_rule_misses_is_not_missed_twice if {
	_paths([], 300, "critical", "standard") == {"alerts"}
	_paths([], 300, "critical", "critical") == set()
}
