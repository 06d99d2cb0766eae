package planproof.rules.network["no-open-admin-ports_test"]

import data.planproof.rules.network["no-open-admin-ports"] as rule

_facts := {
	"direction": "ingress", "action": "allow", "protocol": "tcp", "stateless": false,
	"fromPort": 22, "toPort": 22, "peers": ["0.0.0.0/0"],
}

_rules(facts) := [{"kind": "network-rule", "id": "r", "name": "r", "facts": object.union(_facts, facts)}]

_messages(facts) := {one.message | some one in rule.violation with input.subjects["network-rule"] as _rules(facts)}

_violated(facts) if count(_messages(facts)) > 0

_undecided(facts) := {one.path[0] | some one in rule.undecided with input.subjects["network-rule"] as _rules(facts)}

test_messages_say_which_ports if {
	_messages({}) == {"r opens port 22 to the internet."}
	_messages({"fromPort": 0, "toPort": 65535}) == {"r opens every port to the internet."}
	_messages({"fromPort": 3000, "toPort": 4000}) == {"r opens ports 3000 to 4000, 3306 among them, to the internet."}
}

test_what_lets_nobody_or_nothing_in_is_fine if {
	not _violated({"peers": ["10.0.0.0/8"]})
	not _violated({"direction": "egress"})
	not _violated({"action": "deny"})
	not _violated({"protocol": "udp"})
	not _violated({"fromPort": 443, "toPort": 443})
	_violated({"peers": ["10.0.0.0/8", "::/0"]})
}

test_what_network_lists_usually_let_in_is_for_groups_to_say if {
	not _violated({"stateless": true, "fromPort": 0, "toPort": 65535})
	not _violated({"stateless": true, "fromPort": 1024, "toPort": 65535})
	_violated({"stateless": true, "fromPort": 1, "toPort": 65535})
}

test_an_unknown_is_undecided_unless_the_rest_is_harmless if {
	_undecided({"peers": {"unknown": "x"}}) == {"peers"}
	_undecided({"peers": {"unknown": "x"}, "fromPort": 443, "toPort": 443}) == set()
	_undecided({"fromPort": {"unknown": "x"}}) == {"fromPort"}
	_undecided({"fromPort": {"unknown": "x"}, "peers": ["10.0.0.0/8"]}) == set()
	_undecided({"action": {"unknown": "x"}}) == {"action"}
	_undecided({"action": "deny", "peers": {"unknown": "x"}}) == set()
	not _violated({"toPort": {"unknown": "x"}})
}

_examined(facts) if count(rule.examined) > 0 with input.subjects["network-rule"] as _rules(facts)

test_only_what_may_let_in_is_examined if {
	_examined({"action": {"unknown": "x"}})
	not _examined({"action": "deny"})
	not _examined({"direction": "egress"})
}
