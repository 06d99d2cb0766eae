# METADATA
# title: Accounts that everything shares by default have no roles on whole projects
# description: >-
#   Whatever runs in a project of Google Cloud without an account of its own runs as the default service account
#   of Compute Engine or App Engine. A role that this account has on a project, a folder or the organization is
#   a right of every machine and function there.
# custom:
#   severity: warning
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: Make a service account for what needs the role, and grant it to that one.
package planproof.rules.identity["default-accounts-without-roles"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, "principals"], message) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	"*" in statement.resources
	some who in statement.principals
	_default(who)
	message := sprintf("%s gives the default service account %s.", [policy.name, concat(", ", statement.actions)])
}

undecided contains finding.undecided(policy, ["statements", i, "principals"]) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	"*" in statement.resources
}

examined contains finding.examined(policy) if some policy in _policies

_policies := [policy |
	some policy in input.subjects["access-policy"]
	policy.facts.system == "gcp-iam"
]

_default(who) if regex.match(`[0-9]-compute@developer\.gserviceaccount\.com$|@appspot\.gserviceaccount\.com$`, who)

_default(who) if regex.match(`google_(compute|app_engine)_default_service_account\.`, who)
