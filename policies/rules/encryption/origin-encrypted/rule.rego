# METADATA
# title: What a CDN fetches comes over TLS
# description: >-
#   Callers see a lock, and between the CDN and the server behind it their requests and the answers cross the
#   internet in plain text, where anyone on the way reads and changes them.
# custom:
#   severity: warning
#   applies_to: [gateway]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8, SC-8(1)]
#     cis-controls: ["3.10"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#     pci-dss: ["4.2.1"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Let the CDN ask its origins over HTTPS only.
package planproof.rules.encryption["origin-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(gateway, ["originEncrypted"], message) if {
	some gateway in input.subjects.gateway
	gateway.facts.originEncrypted == false
	message := sprintf("%s fetches over plain HTTP.", [gateway.name])
}

undecided contains finding.undecided(gateway, ["originEncrypted"]) if {
	some gateway in input.subjects.gateway
}

examined contains finding.examined(gateway) if {
	some gateway in input.subjects.gateway
	gateway.facts.originEncrypted != null
}
