# METADATA
# title: No policy reads all data or secrets of an account
# description: >-
#   What may read every object, parameter or secret reads those that come tomorrow, and those of other teams.
#   One leaked credential then takes all data out, and leaves nothing behind but lines in a log.
# related_resources:
#   - ref: https://cloudsplaining.readthedocs.io/en/latest/glossary/data-exfiltration/
#     description: Data exfiltration, as Cloudsplaining has it
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
#   remediation: Name the buckets, parameters and secrets that are read, or the path that they share.
package planproof.rules.identity["data-not-readable-everywhere"]

import data.planproof.lib.finding

_reads := {
	"s3:getobject", "secretsmanager:getsecretvalue", "ssm:getparameter", "ssm:getparameters", "ssm:getparametersbypath",
	"rds:copydbsnapshot", "rds:createdbsnapshot",
}

violation contains finding.at(policy, ["statements", i, "actions"], message) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	statement.conditional == false
	"*" in statement.resources
	reading := [action | some action in statement.actions; _takes(action)]
	count(reading) > 0
	message := sprintf("%s allows %s on everything.", [policy.name, reading[0]])
}

undecided contains finding.undecided(policy, ["statements", i, "resources"]) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	some action in statement.actions
	_takes(action)
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
_takes(action) if {
	lower(action) in _reads
}

_takes(action) if {
	contains(action, ":")
	contains(action, "*")
	some read in _reads
	glob.match(lower(action), [], read)
}
