# METADATA
# title: Data services encrypt what they store
# description: >-
#   Query engines and jobs leave results, bookmarks and logs behind, which hold the data that they worked on. Whether
#   these are encrypted, and with which key, is the service's own setting, which the store's default does not replace.
# related_resources:
#   - ref: https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
#     description: Encrypting Athena query results
#   - ref: https://docs.aws.amazon.com/glue/latest/dg/console-security-configurations.html
#     description: Security configurations of AWS Glue
# custom:
#   severity: warning
#   applies_to: [data-service]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-28(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.11"]
#   statements:
#     - security.encryption.atRest
#   remediation: Turn on encryption for everything that the service stores.
package planproof.rules.encryption["data-service-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(service, ["encrypted"], message) if {
	some service in input.subjects["data-service"]
	service.facts.encrypted == false
	message := sprintf("Not all that %s stores is set to be encrypted.", [service.name])
}

undecided contains finding.undecided(service, ["encrypted"]) if {
	some service in input.subjects["data-service"]
}

examined contains finding.examined(service) if {
	some service in input.subjects["data-service"]
	service.facts.encrypted != null
}
