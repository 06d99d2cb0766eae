# METADATA
# title: Connections in networks are recorded
# description: >-
#   Flow logs say who talked to whom. After an incident they tell how far it went; before one, which rules
#   nobody needs.
# custom:
#   severity: note
#   applies_to: [network]
#   criteria: [monitoring-alerting, security-compliance]
#   controls:
#     nist-800-53: [AU-12, SI-4]
#     cis-controls: ["13.6"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15, A.8.16]
#   remediation: Add a flow log for the network, with as long a retention as other logs have.
package planproof.rules.observability["network-flow-logged"]

import data.planproof.lib.finding

violation contains finding.at(network, ["flowLogged"], message) if {
	some network in input.subjects.network
	network.facts.flowLogged == false
	message := sprintf("Network %s does not record its connections.", [network.name])
}

undecided contains finding.undecided(network, ["flowLogged"]) if {
	some network in input.subjects.network
}

examined contains finding.examined(network) if {
	some network in input.subjects.network
	network.facts.flowLogged != null
}
