# METADATA
# title: Roles of a cluster are given to someone in particular
# description: >-
#   Whoever reaches the API server is in the groups of the authenticated or of the unauthenticated, and every pod that
#   names no account of its own runs as the default one of its namespace. A role that these are given is nobody's in
#   particular. Members of system:masters pass every check, and what they are given cannot be taken away.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#     description: Good practices of role-based access control
# custom:
#   severity: error
#   applies_to: [role-binding]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-5]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: Bind the role to a service account of its own, or to a group that people are put into by name.
package planproof.rules.identity["cluster-roles-given-to-known"]

import data.planproof.lib.finding

violation contains finding.at(binding, ["holders", i, "title"], message) if {
	some binding in input.subjects["role-binding"]
	not binding.facts.role in _meant_for_all
	some i, holder in binding.facts.holders
	who := _all[holder.type][holder.title]
	message := sprintf("%s gives %s to %s.", [binding.name, binding.facts.role, who])
}

undecided contains finding.undecided(binding, ["holders", i, "title"]) if {
	some binding in input.subjects["role-binding"]
	not binding.facts.role in _meant_for_all
	some i, _ in binding.facts.holders
}

_all := {
	"User": {"system:anonymous": "whoever asks, without signing in"},
	"Group": {
		"system:unauthenticated": "whoever asks, without signing in",
		"system:authenticated": "everyone who can sign in",
		"system:masters": "system:masters, whose members nothing holds back",
	},
	"ServiceAccount": {"default": "every pod that names no account of its own"},
}

# Built-in roles with which a client finds out what there is.
_meant_for_all := {"system:public-info-viewer", "system:discovery", "system:basic-user", "system:service-account-issuer-discovery"}
