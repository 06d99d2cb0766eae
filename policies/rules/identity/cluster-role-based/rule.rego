# METADATA
# title: Clusters grant by role
# description: >-
#   Without role-based access control, whoever may use the API of a cluster may do everything: each workload
#   with a token can read every secret. The older way of attributes grants far more than roles do, and beside
#   them.
# custom:
#   severity: error
#   applies_to: [cluster]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.5.15, A.8.3]
#   remediation: Turn role-based access control on, or the legacy authorization off.
package planproof.rules.identity["cluster-role-based"]

import data.planproof.lib.finding

violation contains finding.at(cluster, ["roleBased"], message) if {
	some cluster in input.subjects.cluster
	cluster.facts.roleBased == false
	message := sprintf("Cluster %s does not rely on role-based access control.", [cluster.name])
}

undecided contains finding.undecided(cluster, ["roleBased"]) if {
	some cluster in input.subjects.cluster
}
