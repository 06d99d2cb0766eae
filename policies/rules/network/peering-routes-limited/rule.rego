# METADATA
# title: Routes into joined networks lead to named addresses
# description: >-
#   A route that sends everything into a network that this one is joined with gives the other side all that
#   leaves here, and makes its mistakes ours. Networks are joined for some addresses; the route should name
#   them.
# custom:
#   severity: warning
#   applies_to: [route]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-4, SC-7]
#     cis-controls: ["12.2"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20, A.8.22]
#   remediation: Name the address blocks of the other network that are needed.
package planproof.rules.network["peering-routes-limited"]

import data.planproof.lib.finding

violation contains finding.at(route, ["destinations"], message) if {
	some route in _peered
	some block in route.facts.destinations
	block in {"0.0.0.0/0", "::/0"}
	message := sprintf("%s sends everything into a joined network.", [route.name])
}

undecided contains finding.undecided(route, ["destinations"]) if some route in _peered

examined contains finding.examined(route) if some route in input.subjects.route

_peered := [route |
	some route in input.subjects.route
	route.facts.overPeering == true
]
