# METADATA
# title: Policies of queues, topics and buckets name the actions that they allow
# description: >-
#   A policy of a resource that allows every action lets whom it lets in also change the policy, let others in,
#   and delete the resource. Who sends or reads needs to send or read.
# custom:
#   severity: warning
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: List the actions that those whom the policy names need.
package planproof.rules.identity["resource-policy-actions-named"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "actions"], message) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	not statement.inverted
	some action in statement.actions
	_every(action)
	not _of_itself(statement)
	message := sprintf("%s allows every action.", [policy.name])
}

undecided contains finding.undecided(policy, ["statements", i, "actions"]) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	not statement.effect == "deny"
}

examined contains finding.examined(policy) if some policy in _policies

_policies := [policy |
	some policy in input.subjects["access-policy"]
	policy.facts.system == "aws-iam"
	policy.facts.on in {"resource", "bucket"}
]

_every(action) if lower(action) in {"*", "sqs:*", "sns:*", "s3:*", "ecr:*", "secretsmanager:*"}

# What an account may do with its own: its policies for users and roles decide that.
_of_itself(statement) if {
	count(statement.principals) > 0
	every who in statement.principals {
		regex.match(`:root$|^[0-9]{12}$|\$\{.*(account_id|AccountId).*\}$`, who)
	}
}
