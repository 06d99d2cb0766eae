package planproof.rules.observability["alerts-as-planned_test"]

import data.planproof.rules.observability["alerts-as-planned"] as rule

_subjects(alerts, wait, severity, criticality) := {
	"plan": [{"kind": "plan", "id": "p", "name": "p", "facts": {
		"signals": ["errors"],
		"monitoring": {"thresholds": [{
			"environment": null, "component": "c", "signal": "errors",
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

test_what_an_environment_has_of_its_own_is_asked_of_it_alone if {
	messages := {one.message |
		some one in rule.violation with input.subjects as {
			"plan": [{"kind": "plan", "id": "p", "name": "p", "facts": {
				"signals": ["errors"],
				"monitoring": {"thresholds": [{"environment": "staging", "component": "c", "signal": "errors", "alerts": []}]},
			}}],
			"plan-component": [{"kind": "plan-component", "id": "c", "name": "c", "facts": {"criticality": "critical"}}],
			"alert": [],
		}
	}
	messages == {"The plan states an alert on errors of c in staging, and there is none."}
}
