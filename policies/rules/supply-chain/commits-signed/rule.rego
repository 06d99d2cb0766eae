# METADATA
# title: Protected branches take signed commits only
# description: >-
#   Anyone can write any name into a commit. A signature ties it to a key, so that what is deployed is known to
#   come from those who are named.
# custom:
#   severity: note
#   applies_to: [branch-protection]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-10, SI-7]
#     soc2: [CC8.1]
#     iso-27001: [A.8.4]
#     owasp-cicd: [CICD-SEC-9]
#   remediation: Require signed commits in the protection of the branch.
package planproof.rules["supply-chain"]["commits-signed"]

import data.planproof.lib.finding

violation contains finding.at(protection, ["signed"], message) if {
	some protection in input.subjects["branch-protection"]
	protection.facts.signed == false
	message := sprintf("Protection %s takes commits without a signature.", [protection.name])
}

undecided contains finding.undecided(protection, ["signed"]) if {
	some protection in input.subjects["branch-protection"]
}

examined contains finding.examined(protection) if {
	some protection in input.subjects["branch-protection"]
	not protection.facts.signed == null
}
