# METADATA
# title: No secret is written in the code
# description: >-
#   Whoever can read the repository, a fork, an old clone or a build log has every password and key that was
#   ever committed. A secret in code is not changed when someone leaves, and is the same in every environment.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/manage-sensitive-data
#     description: Manage sensitive data in your configuration
#   - ref: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
#     description: Dynamic references to secrets in CloudFormation templates
# custom:
#   severity: error
#   applies_to: [credential]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11", "16.1"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17, A.8.4]
#     owasp-cicd: [CICD-SEC-6]
#   statements:
#     - security.secrets.manager
#   remediation: Change the secret, keep it in a secret manager, and refer to it there.
package planproof.rules.secrets["no-literal-credentials"]

import data.planproof.lib.finding

violation contains finding.at(credential, ["literal"], message) if {
	some credential in input.subjects.credential
	credential.facts.literal == true
	message := sprintf("The %s is written in the code.", [credential.name])
}

undecided contains finding.undecided(credential, ["literal"]) if some credential in input.subjects.credential
