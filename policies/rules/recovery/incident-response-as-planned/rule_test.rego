package planproof.rules.recovery["incident-response-as-planned_test"]

import data.planproof.rules.recovery["incident-response-as-planned"] as rule

_plan(system) := {"kind": "plan", "id": "p", "name": "p", "facts": {
	"people": [{"name": "a", "contact": "a@shop.example"}],
	"incident": {
		"system": system,
		"contacts": [{"person": "a", "contact": null}],
		"escalation": [{"afterMinutes": 30, "to": "a"}],
	},
}}

_router(ways) := {"kind": "alert-router", "id": "r", "name": "r", "facts": {"receivers": [{"ways": ways}]}}

_subjects(system, routers) := {"plan": [_plan(system)], "alert-router": routers}

_answer(system, routers) := result if result := [count(rule.violation), count(rule.undecided)] with input.subjects as _subjects(system, routers)

test_the_system_is_one_that_routing_leads_to if {
	_answer("PagerDuty", [_router(["pagerduty", "webhook"])]) == [0, 0]
	_answer("PagerDuty", [_router(["slack"])]) == [1, 0]
	_answer("Incident Manager", [_router(["slack"])]) == [1, 0]
}

test_what_may_lead_anywhere_is_undecided if {
	_answer("pagerduty", [_router(["webhook"])]) == [0, 1]
	_answer("pagerduty", []) == [0, 1]
	_answer("a phone chain", [_router(["slack"])]) == [0, 1]
}

test_no_system_is_no_question if _answer(null, [_router(["slack"])]) == [0, 0]
