# METADATA
# title: No role of a cluster lets its holder take rights that it does not give
# description: >-
#   Who may bind or change any role, act as others, make tokens for them, sign their certificates, reach the machines
#   past the API server, or change what looks at every request, has the whole cluster within minutes, however short the
#   list looks.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#     description: Good practices of role-based access control
# custom:
#   severity: error
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-5]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   statements:
#     - security.identity.leastPrivilege
#   remediation: Name by resourceNames what the role is for, or leave this to the tool that manages the cluster.
package planproof.rules.identity["cluster-rights-not-extended"]

import data.planproof.lib.cluster_role
import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "actions"], message) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	ways := cluster_role.ways(statement, _table)
	count(ways) > 0
	message := sprintf("%s lets its holder take rights that it does not give: %s.", [policy.name, concat("; ", sort(ways))])
}

undecided contains finding.undecided(policy, ["statements", i, "actions"]) if {
	some policy in _policies
	some i, _ in policy.facts.statements
}

examined contains finding.examined(policy) if some policy in _policies

_policies := cluster_role.policies(input.subjects["access-policy"])

# What is done, by which verbs on which resources of which groups.
_table := [
	["binds any role", {"rbac.authorization.k8s.io"}, {"roles", "clusterroles"}, {"bind"}],
	["extends any role", {"rbac.authorization.k8s.io"}, {"roles", "clusterroles"}, {"escalate"}],
	["acts as others", {"", "authentication.k8s.io"}, {"users", "groups", "serviceaccounts", "userextras", "uids"}, {"impersonate"}],
	["makes tokens of other accounts", {""}, {"serviceaccounts/token"}, {"create"}],
	["approves certificates", {"certificates.k8s.io"}, {"certificatesigningrequests/approval"}, {"update", "patch"}],
	["approves certificates", {"certificates.k8s.io"}, {"signers"}, {"approve", "sign"}],
	["reaches the machines past the API server", {""}, {"nodes/proxy"}, {"get", "create", "update", "patch", "delete"}],
	[
		"changes what looks at every request", {"admissionregistration.k8s.io"},
		{"validatingwebhookconfigurations", "mutatingwebhookconfigurations"}, {"create", "update", "patch", "delete", "deletecollection"},
	],
]
