# METADATA
# title: Nobody logs in to clusters with what cannot be taken back
# description: >-
#   A certificate that a cluster issues for its clients is valid until it ends, and a password of the cluster is
#   everybody's. Neither can be taken from one person; tokens of the cloud's accounts can.
# custom:
#   severity: warning
#   applies_to: [cluster]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-2, IA-5]
#     cis-controls: ["5.6"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.5]
#   remediation: Turn client certificates and basic authentication off, and log in with accounts of the cloud.
package planproof.rules.identity["cluster-legacy-login-off"]

import data.planproof.lib.finding

violation contains finding.at(cluster, ["legacyLogin"], message) if {
	some cluster in input.subjects.cluster
	cluster.facts.legacyLogin == true
	message := sprintf("%s lets one log in with a password or certificate of its own.", [cluster.name])
}

undecided contains finding.undecided(cluster, ["legacyLogin"]) if {
	some cluster in input.subjects.cluster
}
