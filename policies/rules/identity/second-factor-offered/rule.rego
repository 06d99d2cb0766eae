# METADATA
# title: Users can protect their account with a second factor
# description: >-
#   Passwords are guessed, reused and phished. Where the directory does not even offer a second factor, one
#   leaked password is the whole account.
# custom:
#   severity: warning
#   applies_to: [sign-in]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-2(1), IA-2(2)]
#     cis-controls: ["6.3"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.5]
#     pci-dss: ["8.4.2"]
#   remediation: Turn multi-factor authentication on, or let users choose it.
package planproof.rules.identity["second-factor-offered"]

import data.planproof.lib.finding

violation contains finding.at(pool, ["secondFactor"], message) if {
	some pool in input.subjects["sign-in"]
	pool.facts.secondFactor == false
	message := sprintf("%s takes a password and nothing else.", [pool.name])
}

undecided contains finding.undecided(pool, ["secondFactor"]) if {
	some pool in input.subjects["sign-in"]
}

examined contains finding.examined(pool) if {
	some pool in input.subjects["sign-in"]
	pool.facts.secondFactor != null
}
