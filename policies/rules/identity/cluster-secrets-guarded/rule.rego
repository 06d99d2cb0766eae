# METADATA
# title: Roles of a cluster do not open all secrets or all pods
# description: >-
#   Who reads all secrets of a namespace, runs commands in its pods, or starts pods there, which may mount any secret,
#   is every account of that namespace at once.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#     description: Good practices of role-based access control
# custom:
#   severity: warning
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-5]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   statements:
#     - security.identity.leastPrivilege
#   remediation: Name the secrets by resourceNames, and give shells in pods to people for the time that they need them.
package planproof.rules.identity["cluster-secrets-guarded"]

import data.planproof.lib.cluster_role
import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "actions"], message) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	ways := cluster_role.ways(statement, _table)
	count(ways) > 0
	message := sprintf("%s opens what others keep to themselves: %s.", [policy.name, concat("; ", sort(ways))])
}

undecided contains finding.undecided(policy, ["statements", i, "actions"]) if {
	some policy in _policies
	some i, _ in policy.facts.statements
}

examined contains finding.examined(policy) if some policy in _policies

_policies := cluster_role.policies(input.subjects["access-policy"])

# What is done, by which verbs on which resources of which groups.
_table := [
	["reads or changes all secrets", {""}, {"secrets"}, {"get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"}],
	["runs commands in all pods", {""}, {"pods/exec", "pods/attach"}, {"create", "get"}],
]
