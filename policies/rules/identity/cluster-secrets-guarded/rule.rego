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

import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "actions"], message) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	"*" in statement.resources
	is_array(statement.actions)
	not _everything(statement.actions)
	ways := {way | some action in statement.actions; some way in _ways(action)}
	count(ways) > 0
	message := sprintf("%s opens what others keep to themselves: %s.", [policy.name, concat("; ", sort(ways))])
}

undecided contains finding.undecided(policy, ["statements", i, "actions"]) if {
	some policy in _policies
	some i, _ in policy.facts.statements
}

examined contains finding.examined(policy) if some policy in _policies

_policies := [policy |
	some policy in input.subjects["access-policy"]
	policy.facts.system == "kubernetes-rbac"
]

# `identity/no-wildcard-permissions` tells of these.
_everything(actions) if "*/*:*" in actions

_ways(action) := {way |
	[_, group, resource, verb] := regex.find_all_string_submatch_n(`^([^/]*)/(.*):([^:]*)$`, action, 1)[0]
	some [way, groups, resources, verbs] in _table
	_among(group, groups)
	_among(resource, resources)
	_among(verb, verbs)
}

_among(value, wanted) if value in wanted

_among(value, _) if value == "*"

# What is done, by which verbs on which resources of which groups.
_table := [
	["reads or changes all secrets", {""}, {"secrets"}, {"get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"}],
	["runs commands in all pods", {""}, {"pods/exec", "pods/attach"}, {"create", "get"}],
]
