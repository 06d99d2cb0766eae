# METADATA
# title: Security groups let in what the plan says, and nothing else
# description: >-
#   The plan says who may reach which port of what stands behind a security group. A port that is open beside these was
#   reviewed by nobody; one that is planned and closed stops the deployment. Rules whose ports or sources are not known,
#   and sources that the plan calls by a name, are not judged further than the files tell.
# custom:
#   severity: error
#   applies_to: [plan, plan-environment]
#   uses: [security-group, network-rule]
#   criteria: [security-compliance, devops-practices]
#   controls:
#     nist-800-53: [SC-7, "SC-7(5)", CM-7]
#     cis-controls: ["4.4", "12.2"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20, A.8.22]
#   statements:
#     - infrastructure.network.securityGroups[]
#     - environments[].network.securityGroups[]
#   remediation: Let the group's rules and the plan's securityGroups say the same.
package planproof.rules.network["security-groups-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(one.owner, ["network", "groups", one.index, "name"], message) if {
	some one in _planned
	count(_candidates(one.owner)) > 0
	count(_found(one)) == 0
	message := sprintf("Security group %s of the plan is not among the files.", [one.group.name])
}

violation contains finding.about(rule, ["fromPort"], message, [_stated(one)]) if {
	some one in _planned
	one.group.complete == true
	some group in _found(one)
	some rule in _ingress(group)
	is_number(rule.facts.fromPort)
	is_number(rule.facts.toPort)
	every allowed in _covering(one, rule) { not _from(allowed, rule) }
	message := sprintf("Security group %s%s lets %s reach %s; the plan does not.", [one.group.name, _where(rule), _peers(rule), _ports(rule)])
}

violation contains finding.about(one.owner, ["network", "groups", one.index, "allows", i, "ports"], message, [place]) if {
	some one in _planned
	some group in _found(one)
	every rule in _all(group) { _decided(rule) }
	some i, allowed in one.group.allows
	some port in allowed.ports
	every rule in _ingress(group) { not _lets(rule, allowed, port) }
	message := sprintf("The plan lets %s reach port %d of %s; no rule of the group does.", [allowed.from, port, one.group.name])
	place := finding.place(group, ["title"], "The group is here.")
}

undecided contains finding.undecided_because(one.owner, ["network", "groups", one.index, "name"], "no security group is among the files") if {
	some one in _planned
	count(_candidates(one.owner)) == 0
}

undecided contains finding.undecided(rule, [fact]) if {
	some one in _planned
	one.group.complete == true
	some group in _found(one)
	some rule in _all(group)
	some fact in ["action", "fromPort", "toPort", "protocol", "peers"]
}

examined contains finding.examined(one.owner) if some one in _planned

_owners := array.concat(
	[plan | some plan in input.subjects.plan],
	[environment | some environment in input.subjects["plan-environment"]],
)

# What an environment states of its own is about it, what the plan states about the other environments.
_planned := [{"owner": owner, "index": i, "group": group} |
	some owner in _owners
	some i, group in owner.facts.network.groups
]

_own := {environment.name |
	some environment in input.subjects["plan-environment"]
	count(environment.facts.network.groups) > 0
}

_candidates(owner) := [group |
	some group in input.subjects["security-group"]
	_about(owner, group)
]

_about(owner, group) if {
	owner.kind == "plan-environment"
	group.environment == owner.name
}

_about(owner, group) if {
	owner.kind == "plan"
	not group.environment in _own
}

_found(one) := [group |
	some group in _candidates(one.owner)
	_named(one.group.name, group)
]

# `database` is called `shop-production-database` where it is made.
_named(name, group) if _plain(name) == _plain(group.facts.title)

_named(name, group) if _plain(name) == _plain(group.facts.label)

_named(name, group) if endswith(_plain(group.facts.title), sprintf("-%s", [_plain(name)]))

_named(name, group) if startswith(_plain(group.facts.title), sprintf("%s-", [_plain(name)]))

_plain(name) := regex.replace(lower(name), "[^a-z0-9]+", "-") if is_string(name)

_all(group) := [rule |
	some rule in input.subjects["network-rule"]
	rule.id in group.facts.ingress
	rule.facts.direction == "ingress"
]

_ingress(group) := [rule |
	some rule in _all(group)
	rule.facts.action == "allow"
	is_array(rule.facts.peers)
	rule.facts.protocol in {"tcp", "udp", "all", "icmp"}
]

_decided(rule) if {
	is_string(rule.facts.action)
	is_number(rule.facts.fromPort)
	is_number(rule.facts.toPort)
	is_string(rule.facts.protocol)
	is_array(rule.facts.peers)
}

_internet(rule) if {
	some peer in rule.facts.peers
	peer in {"0.0.0.0/0", "::/0"}
}

# Permissions of the plan that are for every port that the rule opens.
_covering(one, rule) := [allowed |
	some allowed in one.group.allows
	_protocols(allowed, rule)
	_within(rule.facts, allowed.ports)
]

_within(facts, _) if facts.protocol == "icmp"

_within(facts, ports) if {
	facts.toPort - facts.fromPort < 100
	every port in numbers.range(facts.fromPort, facts.toPort) { port in ports }
}

_protocols(allowed, _) if allowed.protocol == "any"

_protocols(allowed, rule) if allowed.protocol == rule.facts.protocol

_lets(rule, allowed, port) if {
	_reaches(rule, port)
	_fits(rule, allowed)
	_serves(rule, allowed)
}

# That it lets in more than that is said of the rule.
_serves(rule, _) if _internet(rule)

_serves(rule, allowed) if _from(allowed, rule)

_reaches(rule, port) if {
	rule.facts.fromPort <= port
	port <= rule.facts.toPort
}

_fits(rule, _) if rule.facts.protocol == "all"

_fits(rule, allowed) if _protocols(allowed, rule)

# A zone, a group or a component is some part of one's own networks.
_from(allowed, rule) if {
	allowed.from == "internet"
	_internet(rule)
}

_from(allowed, rule) if {
	_is_block(allowed.from)
	every peer in rule.facts.peers { net.cidr_contains(allowed.from, peer) }
}

_from(allowed, rule) if {
	allowed.from != "internet"
	not _is_block(allowed.from)
	not _internet(rule)
}

_is_block(from) if regex.match(`^[0-9a-fA-F.:]+/[0-9]+$`, from)

_where(rule) := sprintf(" of %s", [rule.environment]) if is_string(rule.environment)

_where(rule) := "" if not is_string(rule.environment)

_peers(rule) := "the internet" if _internet(rule)

_peers(rule) := concat(", ", rule.facts.peers) if {
	not _internet(rule)
	count(rule.facts.peers) > 0
}

_peers(rule) := "other groups" if rule.facts.peers == []

_ports(rule) := sprintf("port %d", [rule.facts.fromPort]) if rule.facts.fromPort == rule.facts.toPort

_ports(rule) := sprintf("ports %d to %d", [rule.facts.fromPort, rule.facts.toPort]) if {
	rule.facts.fromPort != rule.facts.toPort
}

_stated(one) := finding.place(one.owner, ["network", "groups", one.index, "name"], "The planned group.")
