# METADATA
# title: Parameters that take secrets are hidden
# description: >-
#   The values of a stack's parameters stand in the console and in what the API says of the stack, for everyone who may
#   look at it, unless the parameter is declared with NoEcho. Plain parameters of Parameter Store are as open.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
#     description: CloudFormation template Parameters syntax
# custom:
#   severity: error
#   applies_to: [credential]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5(7), AC-6]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17]
#   remediation: Refer to Secrets Manager or a secure string, or declare the parameter with NoEcho and without a default.
package planproof.rules.secrets["parameters-hidden"]

import data.planproof.lib.finding

# What is written in the code is another rule's.
violation contains finding.at(credential, ["shown"], message) if {
	some credential in input.subjects.credential
	credential.facts.shown == true
	credential.facts.literal == false
	message := sprintf("The %s is not hidden.", [credential.name])
}

undecided contains finding.undecided(credential, ["shown"]) if some credential in input.subjects.credential
