# METADATA
# title: Clients of data services cannot turn off encryption
# description: >-
#   Settings that each client may replace by its own protect only those who did not think of it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
#     description: Override client-side settings of Athena
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
#   remediation: Enforce the settings of the workgroup.
package planproof.rules.encryption["data-service-encryption-enforced"]

import data.planproof.lib.finding

violation contains finding.at(service, ["enforced"], message) if {
	some service in input.subjects["data-service"]
	service.facts.enforced == false
	message := sprintf("Clients of %s may replace its settings, and do without encryption.", [service.name])
}

undecided contains finding.undecided(service, ["enforced"]) if {
	some service in input.subjects["data-service"]
}

examined contains finding.examined(service) if {
	some service in input.subjects["data-service"]
	service.facts.enforced != null
}
