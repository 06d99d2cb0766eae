# METADATA
# title: Pods cannot take their machine's credentials
# description: >-
#   The metadata server of a machine gives its service account's token to whoever asks from inside. With the
#   metadata server of GKE in front, a pod gets the token of its own identity, or none.
# custom:
#   severity: warning
#   applies_to: [node-pool]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: Turn on workload identity for the cluster, or set the workload metadata mode to GKE_METADATA.
package planproof.rules.identity["node-credentials-hidden"]

import data.planproof.lib.finding

violation contains finding.at(pool, ["metadataOpen"], message) if {
	some pool in input.subjects["node-pool"]
	pool.facts.metadataOpen == true
	message := sprintf("%s lets pods read their machine's credentials.", [pool.name])
}

undecided contains finding.undecided(pool, ["metadataOpen"]) if {
	some pool in input.subjects["node-pool"]
}

examined contains finding.examined(pool) if {
	some pool in input.subjects["node-pool"]
	pool.facts.metadataOpen != null
}
