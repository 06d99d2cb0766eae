package planproof.rules.network["no-amplifying-ports_test"]

import data.planproof.rules.network["no-amplifying-ports"] as rule

_rule(facts) := {
	"kind": "network-rule",
	"id": "infra:a",
	"name": "a",
	"facts": object.union(
		{
			"direction": "ingress",
			"stateless": false,
			"action": "allow",
			"protocol": "udp",
			"fromPort": 123,
			"toPort": 123,
			"peers": ["0.0.0.0/0"],
		},
		facts,
	),
}

test_an_amplifying_port_for_everyone_is_a_violation if {
	violation := rule.violation with input.subjects["network-rule"] as [_rule({}), _rule({"fromPort": 0, "toPort": 65535})]
	{one.message | some one in violation} == {
		"a opens UDP port 123 to the internet.",
		"a opens UDP ports 0 to 65535 to the internet.",
	}
}

test_other_ports_peers_and_protocols_are_none if {
	violation := rule.violation with input.subjects["network-rule"] as [
		_rule({"fromPort": 51820, "toPort": 51820}),
		_rule({"peers": ["10.0.0.0/8"]}),
		_rule({"protocol": "tcp"}),
		_rule({"action": "deny"}),
		_rule({"direction": "egress"}),
	]
	violation == set()
}

test_an_unknown_is_undecided_unless_the_rest_is_harmless if {
	unknown := {"unknown": "var.x has no value"}
	undecided := rule.undecided with input.subjects["network-rule"] as [_rule({"peers": unknown})]
	{one.path | some one in undecided} == {["peers"]}
	harmless := rule.undecided with input.subjects["network-rule"] as [_rule({
		"peers": unknown,
		"fromPort": 51820,
		"toPort": 51820,
	})]
	harmless == set()
}
