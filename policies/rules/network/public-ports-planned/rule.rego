# METADATA
# title: Only the planned ports are open to the internet
# description: >-
#   The plan says which ports customers reach. A port that is open to the internet without being planned is
#   either forgotten or an attack surface that nobody reviewed.
# custom:
#   severity: error
#   applies_to: [network-rule]
#   uses: [plan]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, CM-7]
#     cis-controls: ["4.4"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20]
#   remediation: Close the port, or state it in the plan under infrastructure.network.publicPorts.
package planproof.rules.network["public-ports-planned"]

import data.planproof.lib.finding

_planned contains port if {
	some plan in input.subjects.plan
	some port in plan.facts.publicPorts
}

_stated if {
	some plan in input.subjects.plan
	is_array(plan.facts.publicPorts)
	count(plan.facts.publicPorts) > 0
}

# What a network ACL lets in is for security groups to open, and messages of the network itself have no ports.
_public(rule) if {
	rule.facts.direction == "ingress"
	rule.facts.action == "allow"
	not rule.facts.stateless
	rule.facts.protocol in {"tcp", "udp", "all"}
	some peer in rule.facts.peers
	peer in {"0.0.0.0/0", "::/0"}
}

violation contains finding.about(rule, ["fromPort"], message, [stated]) if {
	some rule in input.subjects["network-rule"]
	_stated
	_public(rule)
	is_number(rule.facts.fromPort)
	not _within_plan(rule.facts)
	message := sprintf("%s opens ports %v to %v to the internet; the plan has only %v.", [rule.name, rule.facts.fromPort, rule.facts.toPort, sort(_planned)])
	some plan in input.subjects.plan
	stated := finding.place(plan, ["publicPorts"], "The plan's public ports.")
}

undecided contains finding.undecided(rule, [fact]) if {
	some rule in input.subjects["network-rule"]
	_stated
	rule.facts.direction == "ingress"
	not rule.facts.stateless
	some fact in ["peers", "fromPort", "protocol"]
	not _private(rule.facts)
}

examined contains {"kind": rule.kind, "id": rule.id} if {
	some rule in input.subjects["network-rule"]
	_stated
	rule.facts.direction == "ingress"
}

_within_plan(facts) if {
	facts.toPort - facts.fromPort < 100
	every port in numbers.range(facts.fromPort, facts.toPort) { port in _planned }
}

_private(facts) if {
	is_array(facts.peers)
	count([peer | some peer in facts.peers; peer in {"0.0.0.0/0", "::/0"}]) == 0
}
