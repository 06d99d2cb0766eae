# METADATA
# title: Services call functions for named sources only
# description: >-
#   A service of the cloud works for every account. A permission that names the service, and not the account or
#   resource for which it calls, lets anyone make the service call the function with what they like.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
#     description: The confused deputy problem
# custom:
#   severity: warning
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, AC-4]
#     soc2: [CC6.1]
#     iso-27001: [A.5.15]
#   remediation: Add the source ARN or the source account.
package planproof.rules.identity["function-permission-scoped"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "principals"], message) if {
	some policy in _permissions
	some i, statement in policy.facts.statements
	statement.conditional == false
	some who in statement.principals
	endswith(who, ".amazonaws.com")
	message := sprintf("%s lets %s call the function for any account.", [policy.name, who])
}

undecided contains finding.undecided(policy, ["statements", i, "principals"]) if {
	some policy in _permissions
	some i, statement in policy.facts.statements
	statement.conditional == false
}

examined contains finding.examined(policy) if some policy in _permissions

_permissions contains policy if {
	some policy in input.subjects["access-policy"]
	policy.facts.on == "resource"
	some statement in policy.facts.statements
	is_array(statement.actions)
	some action in statement.actions
	startswith(lower(action), "lambda:")
	statement.effect == "allow"
}
