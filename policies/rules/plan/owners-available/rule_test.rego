package planproof.rules.plan["owners-available_test"]

import data.planproof.rules.plan["owners-available"] as rule

_subjects(owner, criticality, allocation) := {
	"plan": [{
		"kind": "plan", "id": "plan", "name": "plan",
		"facts": {"people": [{"name": "Ada", "allocation": allocation}]},
	}],
	"plan-milestone": [],
	"plan-component": [{
		"kind": "plan-component", "id": "c", "name": "c",
		"facts": {"criticality": criticality, "owner": owner},
	}],
}

_messages(owner, criticality, allocation) := {one.message |
	some one in rule.violation with input.subjects as _subjects(owner, criticality, allocation)
}

test_critical_components_have_an_owner_of_the_plan if {
	_messages("Ada", "critical", 50) == set()
	_messages(null, "critical", 50) == {"c has no owner."}
	_messages("Bob", "critical", 50) == {"c belongs to Bob, whom the plan does not have among its people."}
}

test_other_components_need_none if {
	_messages(null, "low", 50) == set()
	examined := rule.examined with input.subjects as _subjects(null, "low", 50)
	examined == set()
}

test_milestones_need_an_owner_whatever_they_are if {
	milestone := {"kind": "plan-milestone", "id": "m", "name": "m", "facts": {"owner": null}}
	subjects := object.union(_subjects("Ada", "low", 50), {"plan-milestone": [milestone]})
	violation := rule.violation with input.subjects as subjects
	{one.id | some one in violation} == {"m"}
}

test_people_without_time_are_told if {
	_messages("Ada", "critical", 0) == {"Ada is among the people of the plan without any time for it."}
	_messages("Ada", "critical", null) == set()
}
