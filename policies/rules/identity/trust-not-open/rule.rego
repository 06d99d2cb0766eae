# METADATA
# title: Roles can be taken by named parties only
# description: >-
#   A role whose trust policy lets anyone in gives its rights to every account of the cloud. The same holds for a
#   role that trusts GitHub's tokens without saying whose: every workflow of every repository gets such a token.
# related_resources:
#   - ref: https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services
#     description: Configuring OpenID Connect in Amazon Web Services
# custom:
#   severity: error
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, AC-6, IA-8]
#     cis-controls: ["6.8"]
#     soc2: [CC6.1, CC6.3]
#     iso-27001: [A.5.15, A.8.2]
#   remediation: Name the accounts, roles or services that may take the role; for GitHub the repository in a condition on `sub`.
package planproof.rules.identity["trust-not-open"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "open"], message) if {
	some policy in input.subjects["access-policy"]
	policy.facts.on == "trust"
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	statement.open == true
	message := sprintf("%s can be taken by %s.", [policy.name, _who(statement)])
}

undecided contains finding.undecided(policy, ["statements", i, fact]) if {
	some policy in input.subjects["access-policy"]
	policy.facts.on == "trust"
	some i, statement in policy.facts.statements
	not statement.effect == "deny"
	not statement.open == false
	some fact in ["effect", "open"]
}

examined contains finding.examined(policy) if {
	some policy in input.subjects["access-policy"]
	policy.facts.on == "trust"
}

_who(statement) := "anyone" if {
	some who in statement.principals
	who == "*"
} else := "whoever gets tokens there" if {
	some who in statement.principals
	startswith(who, "https://")
	not contains(who, "githubusercontent.com")
} else := "any workflow on GitHub"
