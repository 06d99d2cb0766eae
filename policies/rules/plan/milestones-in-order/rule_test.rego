package planproof.rules.plan["milestones-in-order_test"]

import data.planproof.rules.plan["milestones-in-order"] as rule

_milestones(upstream) := [{
	"kind": "plan-milestone", "id": "plan:m", "name": "m",
	"facts": {"due": "2026-03-01", "upstream": upstream},
}]

_messages(upstream) := {one.message | some one in rule.violation with input.subjects["plan-milestone"] as _milestones(upstream)}

test_a_milestone_is_not_due_before_what_it_depends_on if {
	_messages([{"id": "n", "due": "2026-03-01"}]) == set()
	_messages([{"id": "n", "due": "2026-03-02"}]) == {
		"Milestone m is due on 2026-03-01, before n, which it depends on and which is due on 2026-03-02.",
	}
}

test_a_circle_is_told_with_its_members if {
	_circle(["m", "n"]) == {"Milestones depend on each other in a circle: m → n → m."}
	_circle(["m"]) == {"Milestones depend on each other in a circle: m → m."}
	_circle([]) == set()
}

_circle(members) := {one.message |
	milestone := {"kind": "plan-milestone", "id": "plan:m", "name": "m", "facts": {"due": "2026-03-01", "upstream": [], "cycle": members}}
	some one in rule.violation with input.subjects["plan-milestone"] as [milestone]
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects["plan-milestone"] as _milestones({"unknown": "x"})
	{one.path | some one in undecided} == {["upstream"]}
	_messages({"unknown": "x"}) == set()
}
