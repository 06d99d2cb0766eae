# METADATA
# title: Ports that answer with more than they were asked are not open to the internet
# description: >-
#   Services over UDP that answer a short question with a long text, and cannot tell who asked, are used to
#   flood others: the traffic, its bill and the blame are the owner's.
# custom:
#   severity: warning
#   applies_to: [network-rule]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-5, SC-7, CM-7]
#     cis-controls: ["4.4", "4.8"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20]
#   remediation: Name the networks that need the port, or the ports that the service uses.
package planproof.rules.network["no-amplifying-ports"]

import data.planproof.lib.finding

# Character generators, TFTP, port mappers, time, NetBIOS, SNMP, directories, discovery, device and cache protocols.
_ports := {19, 69, 111, 123, 137, 161, 389, 1900, 3702, 5353, 11211}

violation contains finding.at(rule, ["peers"], message) if {
	some rule in _open
	some port in _ports
	rule.facts.fromPort <= port
	is_number(rule.facts.toPort)
	rule.facts.toPort >= port
	some peer in rule.facts.peers
	peer in {"0.0.0.0/0", "::/0"}
	message := sprintf("%s opens UDP %s to the internet.", [rule.name, _described(rule.facts)])
}

undecided contains finding.undecided(rule, [fact]) if {
	some rule in _open
	some fact in ["fromPort", "toPort", "peers"]
	not _closed(rule.facts)
}

examined contains finding.examined(rule) if {
	some rule in input.subjects["network-rule"]
	rule.facts.direction == "ingress"
	rule.facts.protocol == "udp"
}

_open := [rule |
	some rule in input.subjects["network-rule"]
	rule.facts.direction == "ingress"
	rule.facts.action == "allow"
	rule.facts.stateless == false
	rule.facts.protocol == "udp"
]

# Harmless whatever else is unknown.
_closed(facts) if {
	is_array(facts.peers)
	count([peer | some peer in facts.peers; peer in {"0.0.0.0/0", "::/0"}]) == 0
}

_closed(facts) if {
	is_number(facts.fromPort)
	is_number(facts.toPort)
	count([port | some port in _ports; facts.fromPort <= port; facts.toPort >= port]) == 0
}

_described(facts) := sprintf("port %d", [facts.fromPort]) if {
	facts.fromPort == facts.toPort
} else := sprintf("ports %d to %d", [facts.fromPort, facts.toPort])
