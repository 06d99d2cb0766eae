# METADATA
# title: Only web ports are open to everyone
# description: >-
#   What everyone can reach is found within minutes. A site needs ports 80 and 443; whatever else is open was meant for a
#   few, or left over from a trial. A plan that states its public ports is asked instead.
# custom:
#   severity: warning
#   applies_to: [network-rule]
#   uses: [plan, plan-environment]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-4]
#     cis-controls: ["4.4", "4.5"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20, A.8.22]
#     pci-dss: ["1.3.1"]
#   statements:
#     - infrastructure.network.publicPorts
#     - environments[].network.publicPorts
#   remediation: Name who may come, by network or security group, or open port 443 only.
package planproof.rules.network["only-web-ports-open"]

import data.planproof.lib.finding

# Other rules speak of these: no-open-admin-ports.
_administration := {
	20, 21, 22, 23, 135, 139, 445, 1433, 1521, 2375, 2376, 2379, 3306, 3389, 5432, 5601, 5900, 5985, 5986, 6379, 9042, 9200,
	11211, 27017,
}

_web := {80, 443}

_everyone := {"0.0.0.0/0", "::/0"}

violation contains finding.at(rule, ["peers"], message) if {
	not _planned
	some rule in input.subjects["network-rule"]
	_asked(rule.facts)
	rule.facts.action == "allow"
	rule.facts.protocol in {"tcp", "udp", "all"}
	some peer in rule.facts.peers
	peer in _everyone
	not _web_only(rule.facts)
	not _elsewhere(rule.facts)
	message := sprintf("%s opens %s to everyone.", [rule.name, _described(rule.facts)])
}

undecided contains finding.undecided(rule, [fact]) if {
	not _planned
	some rule in input.subjects["network-rule"]
	_asked(rule.facts)
	not rule.facts.action == "deny"
	some fact in ["action", "protocol", "fromPort", "toPort", "peers"]
	not _closed(rule.facts)
}

examined contains finding.examined(rule) if {
	not _planned
	some rule in input.subjects["network-rule"]
	_asked(rule.facts)
}

_planned if {
	some plan in input.subjects.plan
	is_array(plan.facts.publicPorts)
	count(plan.facts.publicPorts) > 0
}

_planned if {
	some environment in input.subjects["plan-environment"]
	is_array(environment.facts.publicPorts)
}

# What a network ACL lets in is for security groups to open.
_asked(facts) if {
	facts.direction == "ingress"
	not facts.stateless
}

_web_only(facts) if {
	is_number(facts.fromPort)
	facts.fromPort == facts.toPort
	facts.fromPort in _web
}

_elsewhere(facts) if {
	facts.protocol in {"tcp", "all"}
	some port in _administration
	facts.fromPort <= port
	is_number(facts.toPort)
	facts.toPort >= port
}

_elsewhere(facts) if not is_number(facts.fromPort)

_elsewhere(facts) if not is_number(facts.toPort)

_closed(facts) if {
	is_array(facts.peers)
	count([peer | some peer in facts.peers; peer in _everyone]) == 0
}

_closed(facts) if _web_only(facts)

_described(facts) := "every port" if {
	facts.fromPort == 0
	facts.toPort == 65535
} else := sprintf("port %d", [facts.fromPort]) if {
	facts.fromPort == facts.toPort
} else := sprintf("ports %d to %d", [facts.fromPort, facts.toPort])
