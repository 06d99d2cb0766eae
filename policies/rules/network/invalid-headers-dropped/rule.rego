# METADATA
# title: Invalid headers stop at the load balancer
# description: >-
#   A header that the load balancer and the application read differently is how requests are smuggled past
#   checks. Nobody who means well sends one.
# custom:
#   severity: note
#   applies_to: [gateway]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-10, SC-7]
#     soc2: [CC6.6]
#     iso-27001: [A.8.26]
#   remediation: Turn on dropping of invalid header fields.
package planproof.rules.network["invalid-headers-dropped"]

import data.planproof.lib.finding

violation contains finding.at(gateway, ["dropsInvalidHeaders"], message) if {
	some gateway in input.subjects.gateway
	gateway.facts.dropsInvalidHeaders == false
	message := sprintf("Load balancer %s passes invalid headers on.", [gateway.name])
}

undecided contains finding.undecided(gateway, ["dropsInvalidHeaders"]) if {
	some gateway in input.subjects.gateway
}

examined contains finding.examined(gateway) if {
	some gateway in input.subjects.gateway
	gateway.facts.dropsInvalidHeaders != null
}
