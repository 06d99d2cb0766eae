# METADATA
# title: Only the planned ports are open to the internet
# description: >-
#   The plan says which ports customers reach. A port that is open to the internet without being planned is
#   either forgotten or an attack surface that nobody reviewed.
# custom:
#   severity: error
#   applies_to: [network-rule]
#   uses: [plan, plan-environment]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, CM-7]
#     cis-controls: ["4.4"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20]
#   statements:
#     - infrastructure.network.publicPorts
#     - environments[].network.publicPorts
#   remediation: Close the port, or state it in the plan under network.publicPorts, of the infrastructure or the environment.
package planproof.rules.network["public-ports-planned"]

import data.planproof.lib.finding

# The environment where it states ports of its own, else the plan where it does.
_stating(rule) := _own[rule.environment]

_stating(rule) := plan if {
	not _has_own(rule)
	some plan in input.subjects.plan
	is_array(plan.facts.publicPorts)
	count(plan.facts.publicPorts) > 0
}

_has_own(rule) if _own[rule.environment]

_own[environment.name] := environment if {
	some environment in input.subjects["plan-environment"]
	is_array(environment.facts.publicPorts)
}

# What belongs to no known environment may have the ports of any.
_planned(rule) := {port | some port in _stating(rule).facts.publicPorts} | {port |
	not _placed(rule)
	some environment in _own
	some port in environment.facts.publicPorts
}

_placed(rule) if is_string(rule.environment)

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
	planner := _stating(rule)
	_public(rule)
	is_number(rule.facts.fromPort)
	planned := _planned(rule)
	not _within(rule.facts, planned)
	message := sprintf("%s opens ports %v to %v to the internet; the plan has only %v.", [rule.name, rule.facts.fromPort, rule.facts.toPort, sort(planned)])
	stated := finding.place(planner, ["publicPorts"], "The plan's public ports.")
}

undecided contains finding.undecided(rule, [fact]) if {
	some rule in input.subjects["network-rule"]
	_stating(rule)
	rule.facts.direction == "ingress"
	not rule.facts.stateless
	some fact in ["peers", "fromPort", "protocol"]
	not _private(rule.facts)
}

examined contains {"kind": rule.kind, "id": rule.id} if {
	some rule in input.subjects["network-rule"]
	_stating(rule)
	rule.facts.direction == "ingress"
}

_within(facts, planned) if {
	facts.toPort - facts.fromPort < 100
	every port in numbers.range(facts.fromPort, facts.toPort) { port in planned }
}

_private(facts) if {
	is_array(facts.peers)
	count([peer | some peer in facts.peers; peer in {"0.0.0.0/0", "::/0"}]) == 0
}
