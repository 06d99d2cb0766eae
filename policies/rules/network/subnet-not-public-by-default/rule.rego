# METADATA
# title: Subnets give no public addresses by themselves
# description: >-
#   In a subnet that gives each instance an address of the internet, one is exposed by being put in the wrong
#   place. What shall be public can ask for it.
# custom:
#   severity: note
#   applies_to: [network]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, CM-7]
#     cis-controls: ["12.2"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.22]
#   remediation: Turn the mapping of public addresses off, and ask for one where it is meant.
package planproof.rules.network["subnet-not-public-by-default"]

import data.planproof.lib.finding

violation contains finding.at(network, ["publicByDefault"], message) if {
	some network in input.subjects.network
	network.facts.publicByDefault == true
	message := sprintf("Subnet %s gives public addresses to whatever starts in it.", [network.name])
}

undecided contains finding.undecided(network, ["publicByDefault"]) if {
	some network in input.subjects.network
}
