# METADATA
# title: Permissions to call a function name the caller
# description: >-
#   A service such as API Gateway or S3 calls on behalf of whichever customer asks it to. A permission without
#   the source's ARN or account lets every customer of the cloud trigger the function through the service; one
#   for * does not say which service or account the source belongs to.
# related_resources:
#   - ref: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
#     description: The confused deputy problem
# custom:
#   severity: warning
#   applies_to: [function-access]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.3]
#   remediation: Name the principal, and for a service the ARN or the account that it calls for.
package planproof.rules.identity["function-callers-named"]

import data.planproof.lib.finding

violation contains finding.at(access, ["anyCustomer"], message) if {
	some access in input.subjects["function-access"]
	access.facts.anyCustomer == true
	message := sprintf("%s leaves open who calls the function.", [access.name])
}

undecided contains finding.undecided(access, ["anyCustomer"]) if {
	some access in input.subjects["function-access"]
}
