# METADATA
# title: What faces the internet speaks HTTPS
# description: >-
#   Plain HTTP shows sessions and data to everyone on the way, and lets them change the answers. Load balancers
#   inside a network, and those that send callers to HTTPS, are not meant.
# custom:
#   severity: warning
#   applies_to: [endpoint]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8(1), SC-23]
#     cis-controls: ["3.10"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24, A.5.14]
#     pci-dss: ["4.2.1"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Send callers to HTTPS, or turn plain HTTP off.
package planproof.rules.encryption["endpoint-https"]

import data.planproof.lib.finding

violation contains finding.at(endpoint, ["plain"], message) if {
	some endpoint in input.subjects.endpoint
	endpoint.facts.plain == true
	message := sprintf("%s serves plain HTTP.", [endpoint.name])
}

undecided contains finding.undecided(endpoint, ["plain"]) if {
	some endpoint in input.subjects.endpoint
}
