# METADATA
# title: Object stores take encrypted connections only
# description: >-
#   Requests to a store carry keys or signatures beside the data. Over plain HTTP whoever listens on the way reads
#   both, or changes what is delivered.
# custom:
#   severity: note
#   applies_to: [object-store]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8, SC-8(1)]
#     cis-controls: ["3.10"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#     pci-dss: ["4.2.1"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Have the store require HTTPS; in S3, by a policy that denies all where aws:SecureTransport is false.
package planproof.rules.encryption["object-store-tls-required"]

import data.planproof.lib.finding

violation contains finding.at(store, ["tlsRequired"], message) if {
	some store in input.subjects["object-store"]
	store.facts.tlsRequired == false
	message := sprintf("Object store %s takes unencrypted connections.", [store.name])
}

undecided contains finding.undecided(store, ["tlsRequired"]) if some store in input.subjects["object-store"]

examined contains finding.examined(store) if {
	some store in input.subjects["object-store"]
	store.facts.tlsRequired != null
}
