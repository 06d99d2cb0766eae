# METADATA
# title: Nothing uses the network that the provider makes
# description: >-
#   The default network has subnets everywhere, addresses that overlap with others, and rules that let much in.
#   Nobody designed it for what runs here.
# custom:
#   severity: note
#   applies_to: [network]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, CM-7]
#     cis-controls: ["12.2"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.22]
#   remediation: Make a network of your own; for a Google project, set auto_create_network to false.
package planproof.rules.network["no-default-network"]

import data.planproof.lib.finding

violation contains finding.at(network, ["providerDefault"], message) if {
	some network in input.subjects.network
	network.facts.providerDefault == true
	message := sprintf("%s uses the default network of the provider.", [network.name])
}

undecided contains finding.undecided(network, ["providerDefault"]) if {
	some network in input.subjects.network
}
