# METADATA
# title: Nobody logs in to instances with a password
# description: >-
#   Passwords of SSH are guessed by machines all day, are shared, and end up in state and scripts. Keys and
#   managed accounts cannot be guessed.
# custom:
#   severity: warning
#   applies_to: [instance]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-2, IA-5]
#     cis-controls: ["6.5"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.5]
#   remediation: Turn password authentication off, and give the instance a key or log in with managed accounts.
package planproof.rules.identity["instance-password-login-off"]

import data.planproof.lib.finding

violation contains finding.at(instance, ["passwordLogin"], message) if {
	some instance in input.subjects.instance
	instance.facts.passwordLogin == true
	message := sprintf("Instance %s takes passwords over SSH.", [instance.name])
}

undecided contains finding.undecided(instance, ["passwordLogin"]) if {
	some instance in input.subjects.instance
}
