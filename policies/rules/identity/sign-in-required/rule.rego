# METADATA
# title: Nobody gets credentials of the cloud without signing in
# description: >-
#   A pool that gives identities to whoever asks hands out temporary credentials of the account to the whole
#   internet. What their role allows, everyone may.
# custom:
#   severity: warning
#   applies_to: [sign-in]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-14, IA-8]
#     cis-controls: ["6.8"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.15, A.8.5]
#   remediation: Turn identities for guests off, and let users sign in.
package planproof.rules.identity["sign-in-required"]

import data.planproof.lib.finding

violation contains finding.at(pool, ["anonymous"], message) if {
	some pool in input.subjects["sign-in"]
	pool.facts.anonymous == true
	message := sprintf("%s gives credentials to whoever asks.", [pool.name])
}

undecided contains finding.undecided(pool, ["anonymous"]) if {
	some pool in input.subjects["sign-in"]
}

examined contains finding.examined(pool) if {
	some pool in input.subjects["sign-in"]
	pool.facts.anonymous != null
}
