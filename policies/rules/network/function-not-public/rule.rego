# METADATA
# title: Functions and services ask who calls
# description: >-
#   A function that anyone may call is paid for and attacked by anyone, and does its work with its own
#   permissions. What is meant for everyone belongs behind an API or a CDN with limits.
# custom:
#   severity: warning
#   applies_to: [function-access]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, SC-7]
#     cis-controls: ["3.3"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.3]
#   remediation: Ask for the cloud's own authorization, or put an API with its own checks in front.
package planproof.rules.network["function-not-public"]

import data.planproof.lib.finding

violation contains finding.at(access, ["anyone"], message) if {
	some access in input.subjects["function-access"]
	access.facts.anyone == true
	message := sprintf("%s lets anyone on the internet call.", [access.name])
}

undecided contains finding.undecided(access, ["anyone"]) if {
	some access in input.subjects["function-access"]
}
