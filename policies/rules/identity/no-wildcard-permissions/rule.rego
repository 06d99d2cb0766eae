# METADATA
# title: No policy allows every action on every resource
# description: >-
#   Whoever holds a policy that allows everything is an administrator, whatever the policy is called. One
#   leaked credential is then enough to take over or delete the whole account or cluster.
# custom:
#   severity: error
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   required: true
#   controls:
#     nist-800-53: [AC-6, AC-5]
#     cis-controls: ["5.4"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: List the actions and the resources that are needed.
package planproof.rules.identity["no-wildcard-permissions"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "actions"], message) if {
	some policy in input.subjects["access-policy"]
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	some action in statement.actions
	action in {"*", "*:*", "*/*:*"}
	_everything(policy, statement)
	message := sprintf("Policy %s allows every action on every resource.", [policy.name])
}

undecided contains finding.undecided(policy, ["statements", i, fact]) if {
	some policy in input.subjects["access-policy"]
	some i, statement in policy.facts.statements
	not statement.effect == "deny"
	some fact in ["effect", "actions"]
}

_everything(policy, statement) if {
	policy.facts.system == "aws-iam"
	some resource in statement.resources
	resource == "*"
}

_everything(policy, _) if policy.facts.system != "aws-iam"
