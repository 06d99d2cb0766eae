# METADATA
# title: Users have rights through groups and roles
# description: >-
#   Rights that are given to one user stay when the person changes their work, and nobody sees all of them in
#   one place. A group or role says what a kind of work needs, and who does that work.
# custom:
#   severity: note
#   applies_to: [user-grant]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: Attach the policy to a group or role, and make the user a member.
package planproof.rules.identity["rights-through-groups"]

import data.planproof.lib.finding

violation contains finding.at(grant, ["rights"], message) if {
	some grant in input.subjects["user-grant"]
	grant.facts.rights == true
	message := sprintf("Rights are given to a user itself by %s.", [grant.name])
}

undecided contains finding.undecided(grant, ["rights"]) if {
	some grant in input.subjects["user-grant"]
}
