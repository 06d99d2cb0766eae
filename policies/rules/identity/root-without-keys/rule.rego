# METADATA
# title: The root user of an account has no keys
# description: >-
#   Nothing limits the root user: no policy, no boundary, and no administrator can take a right from it. A key
#   of it in a file or a pipeline is the whole account, bills and backups included.
# custom:
#   severity: error
#   applies_to: [user-grant]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6(5), IA-2]
#     cis-controls: ["5.4"]
#     soc2: [CC6.1, CC6.3]
#     iso-27001: [A.8.2]
#     pci-dss: ["7.2.2"]
#   remediation: Delete the key, and let what needs it take a role.
package planproof.rules.identity["root-without-keys"]

import data.planproof.lib.finding

violation contains finding.at(grant, ["rootKey"], message) if {
	some grant in input.subjects["user-grant"]
	grant.facts.rootKey == true
	message := sprintf("%s makes a key of the root user.", [grant.name])
}

undecided contains finding.undecided(grant, ["rootKey"]) if {
	some grant in input.subjects["user-grant"]
}
