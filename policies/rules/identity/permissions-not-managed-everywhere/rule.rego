# METADATA
# title: No policy opens everything of a kind to others
# description: >-
#   What may change the policies, grants and lists of access of every bucket, queue, key or snapshot can open each of them
#   to another account, or to everyone, and needs no right to the data itself.
# related_resources:
#   - ref: https://cloudsplaining.readthedocs.io/en/latest/glossary/resource-exposure/
#     description: Resource exposure, as Cloudsplaining has it
# custom:
#   severity: warning
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   statements:
#     - security.identity.leastPrivilege
#   remediation: Name the resources whose access is managed, or leave the action to whoever deploys them.
package planproof.rules.identity["permissions-not-managed-everywhere"]

import data.planproof.lib.finding

_opens := {
	"backup:putbackupvaultaccesspolicy", "ec2:modifyimageattribute", "ec2:modifysnapshotattribute",
	"ecr:putregistrypolicy", "ecr:setrepositorypolicy", "elasticfilesystem:putfilesystempolicy", "glue:putresourcepolicy",
	"kms:creategrant", "kms:putkeypolicy", "lambda:addlayerversionpermission", "lambda:addpermission",
	"rds:modifydbsnapshotattribute", "s3:deletebucketpolicy", "s3:putaccesspointpolicy", "s3:putbucketacl",
	"s3:putbucketpolicy", "s3:putbucketpublicaccessblock", "s3:putobjectacl", "secretsmanager:putresourcepolicy",
	"sns:addpermission", "sqs:addpermission",
}

# These read all data too, which another rule tells.
_told := {"s3:*", "secretsmanager:*"}

violation contains finding.at(policy, ["statements", i, "actions"], message) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	statement.conditional == false
	"*" in statement.resources
	opening := [action | some action in statement.actions; _takes(lower(action))]
	count(opening) > 0
	message := sprintf("%s may open everything to others, by %s.", [policy.name, opening[0]])
}

undecided contains finding.undecided(policy, ["statements", i, "resources"]) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	statement.conditional == false
	some action in statement.actions
	_takes(lower(action))
}

undecided contains finding.undecided(policy, ["statements", i, "actions"]) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	statement.effect == "allow"
}

examined contains finding.examined(policy) if some policy in _policies

_policies := [policy |
	some policy in input.subjects["access-policy"]
	policy.facts.system == "aws-iam"
	policy.facts.on == "identity"
]

# A policy that allows every action is another rule's.
_takes(action) if action in _opens

_takes(action) if {
	contains(action, ":")
	contains(action, "*")
	not action in _told
	some open in _opens
	glob.match(action, [], open)
}
