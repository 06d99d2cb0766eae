package planproof.rules.network["only-web-ports-open_test"]

import data.planproof.rules.network["only-web-ports-open"] as rule

opening(protocol, from, to) := {
	"kind": "network-rule",
	"id": "r",
	"name": "r",
	"facts": {
		"direction": "ingress", "stateless": false, "action": "allow",
		"protocol": protocol, "fromPort": from, "toPort": to, "peers": ["::/0"],
	},
}

subjects(rules) := {"subjects": {"network-rule": rules}}

messages(subject) := {violation.message | some violation in rule.violation with input as subjects([subject])}

test_ports_and_ranges if {
	messages(opening("tcp", 8080, 8080)) == {"r opens port 8080 to everyone."}
	messages(opening("tcp", 8080, 8090)) == {"r opens ports 8080 to 8090 to everyone."}
	messages(opening("udp", 0, 65535)) == {"r opens every port to everyone."}
}

test_web_ports_and_what_another_rule_tells if {
	messages(opening("tcp", 443, 443)) == set()
	messages(opening("tcp", 22, 22)) == set()
	messages(opening("all", 0, 65535)) == set()
}

test_a_plan_with_ports_is_asked_instead if {
	planned := {"subjects": {
		"network-rule": [opening("tcp", 8080, 8080)],
		"plan": [{"facts": {"publicPorts": [8080]}}],
	}}
	rule.violation == set() with input as planned
	rule.undecided == set() with input as planned
	rule.examined == set() with input as planned
}

test_a_network_acl_and_a_denial_are_not_asked if {
	acl := object.union(opening("tcp", 8080, 8080), {"facts": {"stateless": true}})
	denial := object.union(opening("tcp", 8080, 8080), {"facts": {"action": "deny"}})
	rule.violation == set() with input as subjects([acl, denial])
}

test_what_is_closed_whatever_else_is_unknown if {
	open := opening({"unknown": "a"}, 8080, 8080)
	count(rule.undecided) == 1 with input as subjects([open])
	closed := object.union(open, {"facts": {"peers": ["10.0.0.0/8"]}})
	rule.undecided == set() with input as subjects([closed])
	rule.undecided == set() with input as subjects([opening({"unknown": "a"}, 443, 443)])
}
