# METADATA
# title: No policy lets its holder take rights that it does not give
# description: >-
#   Who may change policies, attach them, make access keys for others, or hand any role to a machine has every right
#   of the account within minutes, however short the list of actions looks.
# related_resources:
#   - ref: https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/
#     description: AWS IAM privilege escalation methods
#   - ref: https://docs.cloud.google.com/iam/docs/best-practices-service-accounts
#     description: Best practices for using service accounts securely
# custom:
#   severity: error
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-6(7), AC-5]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   statements:
#     - security.identity.leastPrivilege
#   remediation: Name the roles, users and policies that the actions are for, or set a permissions boundary or a condition.
package planproof.rules.identity["no-privilege-escalation"]

import data.planproof.lib.finding

_aws := {
	"iam:addusertogroup", "iam:attachgrouppolicy", "iam:attachrolepolicy", "iam:attachuserpolicy", "iam:createaccesskey",
	"iam:createloginprofile", "iam:createpolicyversion", "iam:passrole", "iam:putgrouppolicy", "iam:putrolepolicy",
	"iam:putuserpolicy", "iam:setdefaultpolicyversion", "iam:updateassumerolepolicy", "iam:updateloginprofile",
	"lambda:updatefunctioncode", "glue:updatedevendpoint", "sts:assumerole",
}

_roles := {
	"gcp-iam": {
		"roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountUser", "roles/iam.serviceAccountKeyAdmin",
		"roles/resourcemanager.projectIamAdmin", "roles/resourcemanager.folderIamAdmin", "roles/resourcemanager.organizationAdmin",
		"roles/iam.securityAdmin",
	},
	"azure-rbac": {"User Access Administrator", "Role Based Access Control Administrator"},
}

violation contains finding.at(policy, ["statements", i, "actions"], message) if {
	some policy in input.subjects["access-policy"]
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	statement.conditional == false
	_everywhere(statement.resources)
	ways := [action | some action in statement.actions; _takes(policy.facts, action)]
	count(ways) > 0
	message := sprintf("%s lets its holder take other rights, by %s on everything.", [policy.name, _listed(ways)])
}

undecided contains finding.undecided(policy, ["statements", i, fact]) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	not statement.effect == "deny"
	some fact in ["effect", "actions"]
}

undecided contains finding.undecided(policy, ["statements", i, "resources"]) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	statement.conditional == false
	some action in statement.actions
	_takes(policy.facts, action)
}

examined contains finding.examined(policy) if some policy in _policies

_policies contains policy if {
	some policy in input.subjects["access-policy"]
	policy.facts.system == "aws-iam"
	policy.facts.on == "identity"
}

_policies contains policy if {
	some policy in input.subjects["access-policy"]
	policy.facts.system in object.keys(_roles)
}

# A policy that allows every action is another rule's.
_takes(facts, action) if {
	facts.system == "aws-iam"
	facts.on == "identity"
	contains(action, ":")
	some way in _aws
	_matches(lower(action), way)
}

_takes(facts, action) if action in _roles[facts.system]

_matches(pattern, action) if pattern == action

_matches(pattern, action) if {
	contains(pattern, "*")
	glob.match(pattern, [], action)
}

_everywhere(resources) if {
	some resource in resources
	regex.match(`^(\*|arn:[^:]+:(iam|lambda|glue):[^:]*:[^:]*:(\*|(role|user|group|policy|function)[/:]\*))$`, resource)
}

_listed(ways) := ways[0] if {
	count(ways) == 1
} else := sprintf("%s and %s", ways) if {
	count(ways) == 2
} else := sprintf("%s, %s and %d more", [ways[0], ways[1], count(ways) - 2])
