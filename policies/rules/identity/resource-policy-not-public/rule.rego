# METADATA
# title: Queues, topics, keys, secrets and the like are not open to everyone
# description: >-
#   A policy that names everyone as principal, without a condition that says who, lets any account use the thing: read
#   a queue, publish to a topic, decrypt with a key, pull an image. Buckets have their own rule.
# custom:
#   severity: error
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, AC-6, SC-7]
#     cis-controls: ["3.3"]
#     soc2: [CC6.1, CC6.6]
#     iso-27001: [A.5.15, A.8.3]
#   remediation: Name the accounts, roles or services, or add a condition on the source account, organization or network.
package planproof.rules.identity["resource-policy-not-public"]

import data.planproof.lib.finding

# People run what they want everyone to call, as they do web servers.
_called := {"roles/run.invoker", "roles/cloudfunctions.invoker"}

violation contains finding.at(policy, ["statements", i, "open"], message) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	statement.open == true
	not _denied(policy)
	message := sprintf("%s lets everyone %s.", [policy.name, _what(statement.actions)])
}

undecided contains finding.undecided(policy, ["statements", i, fact]) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	not statement.effect == "deny"
	not statement.open == false
	some fact in ["effect", "open"]
}

examined contains finding.examined(policy) if some policy in _policies

_policies := [policy |
	some policy in input.subjects["access-policy"]
	policy.facts.on == "resource"
	count([action | some statement in policy.facts.statements; is_array(statement.actions); some action in statement.actions; action in _called]) == 0
]

# "Everyone, but not from elsewhere": a statement that denies on a condition which not everyone fulfils.
_denied(policy) if {
	some statement in policy.facts.statements
	statement.effect == "deny"
	statement.conditional == true
	not statement.open == true
}

_what(actions) := sprintf("use it by %s", [actions[0]]) if {
	count(actions) == 1
} else := sprintf("use it by %s and %d more", [actions[0], count(actions) - 1]) if {
	count(actions) > 1
} else := "use it"
