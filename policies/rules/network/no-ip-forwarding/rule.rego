# METADATA
# title: Instances take packets for themselves only
# description: >-
#   An instance that forwards packets can carry traffic past the rules between networks. Routers and NAT
#   instances need that, and nothing else does.
# custom:
#   severity: note
#   applies_to: [instance]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, CM-7]
#     cis-controls: ["4.8"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.22]
#   remediation: Turn forwarding off, or waive this for a router with the reason.
package planproof.rules.network["no-ip-forwarding"]

import data.planproof.lib.finding

violation contains finding.at(instance, ["forwarding"], message) if {
	some instance in input.subjects.instance
	instance.facts.forwarding == true
	message := sprintf("%s forwards packets that are not for itself.", [instance.name])
}

undecided contains finding.undecided(instance, ["forwarding"]) if {
	some instance in input.subjects.instance
}
