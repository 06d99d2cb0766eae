# METADATA
# title: Networks have the planned addresses
# description: >-
#   Address blocks are handed out so that networks can be joined later, by peering, a VPN or a migration. A network with
#   another block than the planned one overlaps with someone else's, which is found out when it is too late to change.
# custom:
#   severity: warning
#   applies_to: [plan, plan-environment]
#   uses: [address-space]
#   criteria: [devops-practices, security-compliance]
#   controls:
#     nist-800-53: [CM-2, SC-7]
#     soc2: [CC8.1]
#     iso-27001: [A.8.9, A.8.22]
#   statements:
#     - infrastructure.network.cidr
#     - infrastructure.network.zones[].cidr
#     - environments[].network.cidr
#     - environments[].network.zones[].cidr
#   remediation: Give the network the planned block, or correct network.cidr in the plan.
package planproof.rules.network["addresses-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(space, ["blocks"], message, [stated]) if {
	some owner in _planned
	some space in _spaces(owner)
	is_array(space.facts.blocks)
	every block in space.facts.blocks { not _agrees(owner.facts.network.cidr, block) }
	message := sprintf("%s has the addresses %s; the plan gives it %s.", [space.name, concat(", ", space.facts.blocks), owner.facts.network.cidr])
	stated := finding.place(owner, ["network", "cidr"], "The planned addresses.")
}

violation contains finding.at(owner, ["network", "zones", i, "cidr"], message) if {
	some [owner, i, zone] in _zones
	spaces := [space | some space in input.subjects["address-space"]; _of(owner, space)]
	count(spaces) > 0
	every space in spaces { is_array(space.facts.blocks) }
	blocks := [block | some space in spaces; some block in space.facts.blocks]
	every block in blocks { not _touches(zone.cidr, block) }
	message := sprintf("No network or subnet in the files has the addresses %s of zone %s.", [zone.cidr, zone.name])
}

undecided contains finding.undecided(space, ["blocks"]) if {
	some owner in _planned
	some space in _spaces(owner)
}

undecided contains finding.undecided_because(owner, ["network", "cidr"], "no network with addresses is among the files") if {
	some owner in _planned
	count(_spaces(owner)) == 0
}

examined contains finding.examined(owner) if some owner in _planned

examined contains finding.examined(owner) if some [owner, _, _] in _zones

_owners := array.concat(
	[plan | some plan in input.subjects.plan],
	[environment | some environment in input.subjects["plan-environment"]],
)

_planned := [owner |
	some owner in _owners
	is_string(owner.facts.network.cidr)
]

_zones := [[owner, i, zone] |
	some owner in _owners
	some i, zone in owner.facts.network.zones
	is_string(zone.cidr)
]

_own := {environment.name |
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.network.cidr)
}

_of(owner, space) if {
	owner.kind == "plan-environment"
	space.environment == owner.name
}

_of(owner, space) if {
	owner.kind == "plan"
	not space.environment in _own
}

# Subnets are parts of the network where they are written; only where no network has addresses they count themselves.
_spaces(owner) := networks if {
	networks := [space | some space in input.subjects["address-space"]; _of(owner, space); space.facts.of == "network"]
	count(networks) > 0
} else := [space | some space in input.subjects["address-space"]; _of(owner, space)]

# The block itself, or one that is cut out of it.
_agrees(planned, block) if net.cidr_contains(planned, block)

_touches(planned, block) if net.cidr_contains(planned, block)

_touches(planned, block) if net.cidr_contains(block, planned)
