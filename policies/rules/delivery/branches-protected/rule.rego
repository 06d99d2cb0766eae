# METADATA
# title: Changes of protected branches are reviewed and kept
# description: >-
#   A protection that asks for no approval lets one person change what is deployed, and one that allows
#   force pushes lets them hide it.
# custom:
#   severity: warning
#   applies_to: [branch-protection]
#   criteria: [delivery-pipeline, security-compliance]
#   controls:
#     nist-800-53: [AC-5, CM-3, CM-5]
#     cis-controls: ["16.1"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32, A.5.3]
#     pci-dss: ["6.2.3"]
#     owasp-cicd: [CICD-SEC-1]
#   remediation: Ask for at least one approval, and forbid force pushes.
package planproof.rules.delivery["branches-protected"]

import data.planproof.lib.finding

violation contains finding.at(protection, ["reviews"], message) if {
	some protection in input.subjects["branch-protection"]
	protection.facts.reviews == 0
	message := sprintf("Protection %s asks for no approval.", [protection.name])
}

violation contains finding.at(protection, ["forcePush"], message) if {
	some protection in input.subjects["branch-protection"]
	protection.facts.forcePush == true
	message := sprintf("Protection %s lets what is there be overwritten.", [protection.name])
}

undecided contains finding.undecided(protection, [fact]) if {
	some protection in input.subjects["branch-protection"]
	some fact in ["reviews", "forcePush"]
}

# Null says that this part of the protection has no say in it.
examined contains finding.examined(protection) if {
	some protection in input.subjects["branch-protection"]
	some fact in ["reviews", "forcePush"]
	not protection.facts[fact] == null
}
