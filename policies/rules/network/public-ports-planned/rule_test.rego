package planproof.rules.network["public-ports-planned_test"]

import data.planproof.rules.network["public-ports-planned"] as rule

_facts := {
	"direction": "ingress", "action": "allow", "protocol": "tcp", "stateless": false,
	"fromPort": 8080, "toPort": 8080, "peers": ["0.0.0.0/0"],
}

_subjects(ports, facts) := {
	"plan": [{"kind": "plan", "id": "plan", "name": "plan", "facts": {"publicPorts": ports}}],
	"network-rule": [{"kind": "network-rule", "id": "r", "name": "r", "facts": object.union(_facts, facts)}],
}

_violated(ports, facts) if count(rule.violation) > 0 with input.subjects as _subjects(ports, facts)

_undecided(facts) := {one.path[0] | some one in rule.undecided with input.subjects as _subjects([443], facts)}

_examined(ports, facts) if count(rule.examined) > 0 with input.subjects as _subjects(ports, facts)

test_ports_that_the_plan_has_may_be_public if {
	_violated([443], {})
	not _violated([443, 8080], {})
	_violated([8080], {"toPort": 8081})
	not _violated([8080, 8081], {"toPort": 8081})
	_violated([443], {"fromPort": 0, "toPort": 65535})
}

test_what_is_not_public_may_be_open if {
	not _violated([443], {"peers": ["10.0.0.0/8"]})
	not _violated([443], {"direction": "egress"})
	not _violated([443], {"action": "deny"})
	not _violated([443], {"stateless": true})
	not _violated([443], {"protocol": "icmp"})
}

test_a_plan_without_ports_says_nothing if {
	not _violated([], {})
	not _violated(null, {})
	not _examined([], {})
	_examined([443], {})
	not _examined([443], {"direction": "egress"})
}

test_an_unknown_is_undecided_unless_nobody_is_let_in if {
	_undecided({"peers": {"unknown": "x"}}) == {"peers"}
	_undecided({"fromPort": {"unknown": "x"}}) == {"fromPort"}
	_undecided({"fromPort": {"unknown": "x"}, "peers": ["10.0.0.0/8"]}) == set()
	not _violated([443], {"fromPort": {"unknown": "x"}})
}

_environment(name, ports) := {"kind": "plan-environment", "id": name, "name": name, "facts": {"publicPorts": ports}}

_violated_in(rule_environment, ports, environments) if {
	subjects := _subjects(ports, {})
	placed := [object.union(one, rule_environment) | some one in subjects["network-rule"]]
	count(rule.violation) > 0 with input.subjects as object.union(subjects, {
		"network-rule": placed,
		"plan-environment": environments,
	})
}

test_an_environment_may_have_ports_of_its_own if {
	production := {"environment": "production"}
	_violated_in(production, [], [_environment("production", [443])])
	_violated_in(production, [8080], [_environment("production", [])])
	not _violated_in(production, [443], [_environment("production", [8080])])
	_violated_in(production, [443], [_environment("production", null)])
	_violated_in(production, [443], [_environment("staging", [8080])])
	not _violated_in(production, [], [_environment("staging", [443])])
}

test_what_belongs_to_no_environment_may_have_the_ports_of_any if {
	not _violated_in({}, [443], [_environment("production", [8080])])
	_violated_in({}, [443], [_environment("production", [8443])])
	not _violated_in({}, [], [_environment("production", [443])])
}
