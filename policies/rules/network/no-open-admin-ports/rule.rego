# METADATA
# title: Administration and database ports are not open to the internet
# description: >-
#   Ports of remote administration and of databases are scanned within minutes of appearing. What answers
#   there must be reachable from known networks only; a rule that opens every port opens these too.
# custom:
#   severity: error
#   applies_to: [network-rule]
#   criteria: [security-compliance]
#   required: true
#   required_for: [cloud]
#   controls:
#     nist-800-53: [SC-7, AC-17]
#     cis-controls: ["4.4"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20, A.8.22]
#     pci-dss: ["1.3.1"]
#   remediation: Name the networks that need the port, or reach it through a VPN, a bastion or a session manager.
package planproof.rules.network["no-open-admin-ports"]

import data.planproof.lib.finding

_ports := {
	20, 21, 22, 23, 135, 139, 445, 1433, 1521, 2375, 2376, 2379, 3306, 3389, 5432, 5601, 5900, 5985, 5986, 6379, 9042, 9200,
	11211, 27017,
}

_everyone := {"0.0.0.0/0", "::/0"}

violation contains finding.at(rule, ["peers"], message) if {
	some rule in input.subjects["network-rule"]
	_opens(rule.facts)
	some peer in rule.facts.peers
	peer in _everyone
	message := sprintf("%s opens %s to the internet.", [rule.name, _described(rule.facts)])
}

undecided contains finding.undecided(rule, [fact]) if {
	some rule in input.subjects["network-rule"]
	rule.facts.direction == "ingress"
	not rule.facts.action == "deny"
	not _usual(rule.facts)
	some fact in ["action", "protocol", "fromPort", "toPort", "peers"]
	not _closed(rule.facts)
}

examined contains {"kind": rule.kind, "id": rule.id} if {
	some rule in input.subjects["network-rule"]
	rule.facts.direction == "ingress"
	not rule.facts.action == "deny"
}

_opens(facts) if {
	facts.direction == "ingress"
	facts.action == "allow"
	not _usual(facts)
	facts.protocol in {"tcp", "all"}
	some port in _ports
	facts.fromPort <= port
	is_number(facts.toPort)
	facts.toPort >= port
}

# A network ACL that lets everything in, as they do by default, or answers, which come to high ports: what is open then
# is for security groups to say.
_usual(facts) if {
	facts.stateless
	facts.fromPort == 0
	facts.toPort == 65535
}

_usual(facts) if {
	facts.stateless
	is_number(facts.fromPort)
	facts.fromPort >= 1024
	is_number(facts.toPort)
	facts.toPort >= 60999
}

# Known to be harmless whatever else is unknown: known peers without everyone, or known ports without these.
_closed(facts) if {
	is_array(facts.peers)
	count([peer | some peer in facts.peers; peer in _everyone]) == 0
}

_closed(facts) if {
	is_number(facts.fromPort)
	is_number(facts.toPort)
	count([port | some port in _ports; facts.fromPort <= port; facts.toPort >= port]) == 0
}

_described(facts) := "every port" if {
	facts.fromPort == 0
	facts.toPort == 65535
} else := sprintf("port %d", [facts.fromPort]) if {
	facts.fromPort == facts.toPort
} else := sprintf("ports %d to %d, %d among them,", [facts.fromPort, facts.toPort, port]) if {
	port := min([port | some port in _ports; facts.fromPort <= port; facts.toPort >= port])
}
