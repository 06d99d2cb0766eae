# METADATA
# title: Machines of clusters take SSH from named groups only
# description: >-
#   A node group with a key for SSH and no security groups that may use it opens port 22 of every machine to the
#   internet, whatever else the network says.
# custom:
#   severity: warning
#   applies_to: [node-pool]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-4]
#     cis-controls: ["12.2"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20, A.8.22]
#   remediation: Name the security groups that may connect, or leave remote access out and use a session manager.
package planproof.rules.network["nodes-ssh-closed"]

import data.planproof.lib.finding

violation contains finding.at(pool, ["sshOpen"], message) if {
	some pool in input.subjects["node-pool"]
	pool.facts.sshOpen == true
	message := sprintf("%s opens SSH to every address.", [pool.name])
}

undecided contains finding.undecided(pool, ["sshOpen"]) if {
	some pool in input.subjects["node-pool"]
}
