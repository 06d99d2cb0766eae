# METADATA
# title: Machines of clusters have no addresses of the internet
# description: >-
#   Nodes with addresses of the internet are scanned like every other machine, and a port that a pod or a
#   service opens by mistake is open to everyone. Load balancers bring in what should come in.
# custom:
#   severity: warning
#   applies_to: [cluster]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-4]
#     cis-controls: ["12.2"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20, A.8.22]
#   remediation: Turn private nodes on, and let what they fetch leave through a NAT gateway.
package planproof.rules.network["cluster-nodes-private"]

import data.planproof.lib.finding

violation contains finding.at(cluster, ["privateNodes"], message) if {
	some cluster in input.subjects.cluster
	cluster.facts.privateNodes == false
	message := sprintf("Nodes of %s have addresses of the internet.", [cluster.name])
}

undecided contains finding.undecided(cluster, ["privateNodes"]) if {
	some cluster in input.subjects.cluster
}

examined contains finding.examined(cluster) if {
	some cluster in input.subjects.cluster
	cluster.facts.privateNodes != null
}
