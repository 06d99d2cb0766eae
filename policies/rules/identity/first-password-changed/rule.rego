# METADATA
# title: Users choose a new password when they first log in
# description: >-
#   A first password is known to whoever made it, and to everything that it passed on its way: code, state,
#   mail. It should open the account once, to set another.
# custom:
#   severity: warning
#   applies_to: [user-grant]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5(1), AC-2]
#     cis-controls: ["5.2"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17, A.8.5]
#   remediation: Require a new password at the first login.
package planproof.rules.identity["first-password-changed"]

import data.planproof.lib.finding

violation contains finding.at(grant, ["keepsPassword"], message) if {
	some grant in input.subjects["user-grant"]
	grant.facts.keepsPassword == true
	message := sprintf("%s lets the user keep the password that they are given.", [grant.name])
}

undecided contains finding.undecided(grant, ["keepsPassword"]) if {
	some grant in input.subjects["user-grant"]
}

examined contains finding.examined(grant) if {
	some grant in input.subjects["user-grant"]
	grant.facts.keepsPassword != null
}
