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
#   required_for: [cloud]
#   controls:
#     nist-800-53: [AC-6, AC-5]
#     cis-controls: ["5.4"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   statements:
#     - security.identity.leastPrivilege
#   remediation: List the actions and the resources that are needed.
package planproof.rules.identity["no-wildcard-permissions"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "actions"], message) if {
	some policy in input.subjects["access-policy"]
	some i, statement in policy.facts.statements
	_everything(policy, statement)
	statement.effect == "allow"
	some resource in statement.resources
	resource == "*"
	message := _message(policy, statement)
}

undecided contains finding.undecided(policy, ["statements", i, fact]) if {
	some policy in input.subjects["access-policy"]
	some i, statement in policy.facts.statements
	not statement.effect == "deny"
	not _on_itself(policy, statement)
	some fact in ["effect", "actions"]
}

undecided contains finding.undecided(policy, ["statements", i, "resources"]) if {
	some policy in input.subjects["access-policy"]
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	_everything(policy, statement)
}

_everything(policy, statement) if {
	some action in statement.actions
	action in {"*", "*:*", "*/*:*"}
	not _on_itself(policy, statement)
}

# What a device may is asked by another rule.
_on_itself(policy, _) if policy.facts.on == "device"

# A policy of AWS that names who may is the policy of one resource or endpoint: there, everything is that one thing.
_on_itself(policy, statement) if {
	policy.facts.system == "aws-iam"
	some _ in statement.principals
}

# The name of a built-in role or policy stands before the asterisk that says what it allows; other actions have a colon.
_message(policy, statement) := sprintf("%s gives %s, which allows all or nearly all actions on every resource.", [policy.name, built_in]) if {
	[built_in, "*"] = statement.actions
	not contains(built_in, ":")
} else := sprintf("Policy %s allows every action on every resource.", [policy.name])
