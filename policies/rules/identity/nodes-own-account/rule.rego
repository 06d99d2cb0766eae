# METADATA
# title: Machines of clusters run as an account of their own
# description: >-
#   Nodes without a service account of their own run as the default one of Compute Engine, which everything in
#   the project shares and which may often edit all of it. A pod that reaches the metadata of its machine then
#   has those rights.
# custom:
#   severity: warning
#   applies_to: [node-pool]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: Make a service account with the roles that nodes need, and name it in the node configuration.
package planproof.rules.identity["nodes-own-account"]

import data.planproof.lib.finding

violation contains finding.at(pool, ["defaultAccount"], message) if {
	some pool in input.subjects["node-pool"]
	pool.facts.defaultAccount == true
	message := sprintf("%s runs as the default service account.", [pool.name])
}

undecided contains finding.undecided(pool, ["defaultAccount"]) if {
	some pool in input.subjects["node-pool"]
}

examined contains finding.examined(pool) if {
	some pool in input.subjects["node-pool"]
	pool.facts.defaultAccount != null
}
