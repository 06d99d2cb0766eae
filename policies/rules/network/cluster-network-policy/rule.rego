# METADATA
# title: Network policies take effect in clusters
# description: >-
#   Where nothing enforces network policies, those that are written do nothing, and every container reaches
#   every other: one that is taken over takes the rest.
# custom:
#   severity: warning
#   applies_to: [cluster]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-4]
#     cis-controls: ["12.2"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.22]
#   remediation: Choose a network policy engine for the cluster; on Google Cloud, Dataplane V2.
package planproof.rules.network["cluster-network-policy"]

import data.planproof.lib.finding

violation contains finding.at(cluster, ["networkPolicy"], message) if {
	some cluster in input.subjects.cluster
	cluster.facts.networkPolicy == false
	message := sprintf("Cluster %s does not enforce network policies.", [cluster.name])
}

undecided contains finding.undecided(cluster, ["networkPolicy"]) if {
	some cluster in input.subjects.cluster
}

examined contains finding.examined(cluster) if {
	some cluster in input.subjects.cluster
	cluster.facts.networkPolicy != null
}
