# METADATA
# title: The API of a cluster is reached from known networks only
# description: >-
#   Behind the API of a cluster is everything that runs on it. Credentials leak and its code has holes; neither
#   is of use to somebody who cannot reach it.
# custom:
#   severity: warning
#   applies_to: [cluster]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-17]
#     cis-controls: ["12.2"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20, A.8.22]
#   remediation: Name the networks that may reach the API, or make its endpoint private.
package planproof.rules.network["cluster-endpoint-restricted"]

import data.planproof.lib.finding

_everyone := {"0.0.0.0/0", "::/0"}

violation contains finding.at(cluster, ["openTo"], message) if {
	some cluster in input.subjects.cluster
	some network in cluster.facts.openTo
	network in _everyone
	message := sprintf("The API of cluster %s is open to the internet.", [cluster.name])
}

undecided contains finding.undecided(cluster, ["openTo"]) if {
	some cluster in input.subjects.cluster
}
