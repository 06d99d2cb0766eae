# METADATA
# title: Service accounts administer nothing on whole projects
# description: >-
#   The key or token of a service account is used by machines, day and night, and asks for no second factor.
#   With a role that administers a service on a project, a folder or the organization, whoever gets hold of it
#   may grant, change and delete there.
# related_resources:
#   - ref: https://www.cisecurity.org/benchmark/google_cloud_computing_platform
#     description: CIS Google Cloud Platform Foundation Benchmark, 1.5
# custom:
#   severity: warning
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: Grant the role on the single resource, or one that allows what the account does without administering it.
package planproof.rules.identity["service-accounts-not-administrators"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "actions"], message) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	statement.conditional == false
	"*" in statement.resources
	some role in statement.actions
	regex.match(`(?i)admin$|^roles/(owner|editor)$`, role)
	some who in statement.principals
	_own_service_account(who)
	message := sprintf("%s gives a service account %s.", [policy.name, role])
}

undecided contains finding.undecided(policy, ["statements", i, fact]) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	"*" in statement.resources
	some fact in ["actions", "principals"]
}

examined contains finding.examined(policy) if some policy in _policies

_policies := [policy |
	some policy in input.subjects["access-policy"]
	policy.facts.system == "gcp-iam"
]

# Accounts of Google's own services need what they need.
_own_service_account(who) if {
	regex.match(`(\.iam\.gserviceaccount\.com$|google_service_account\.)`, who)
	not contains(who, "@gcp-sa-")
}
