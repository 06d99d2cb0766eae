# METADATA
# title: Policies name what they allow, not what they leave out
# description: >-
#   A policy that allows everything but what it names also allows every service and action that comes to the
#   cloud later, which nobody thought of when it was written. The list that keeps people out has to be complete;
#   a list that lets them in does not.
# custom:
#   severity: warning
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: List the actions, resources or principals that are allowed; keep NotAction, NotResource and NotPrincipal for statements that deny.
package planproof.rules.identity["no-inverted-permissions"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "inverted"], message) if {
	some policy in input.subjects["access-policy"]
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	statement.inverted == true
	message := sprintf("%s allows all but what it names.", [policy.name])
}

undecided contains finding.undecided(policy, ["statements", i, "effect"]) if {
	some policy in input.subjects["access-policy"]
	some i, statement in policy.facts.statements
	statement.inverted == true
}

examined contains finding.examined(policy) if {
	some policy in input.subjects["access-policy"]
	policy.facts.system == "aws-iam"
}
