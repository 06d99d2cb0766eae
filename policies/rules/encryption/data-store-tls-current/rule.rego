# METADATA
# title: Data stores refuse outdated versions of TLS
# description: >-
#   TLS 1.0 and 1.1 rest on broken hashes and ciphers, and are withdrawn. A store that still accepts them lets an
#   attacker on the way talk a client down to them.
# related_resources:
#   - ref: https://www.rfc-editor.org/rfc/rfc8996
#     description: Deprecating TLS 1.0 and TLS 1.1
# custom:
#   severity: warning
#   applies_to: [database, object-store]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8, SC-8(1)]
#     cis-controls: ["3.10"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#     pci-dss: ["4.2.1"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Set the minimum version to TLS 1.2.
package planproof.rules.encryption["data-store-tls-current"]

import data.planproof.lib.finding

violation contains finding.at(store, ["minimumTls"], message) if {
	some store in _stores
	store.facts.minimumTls in {"1.0", "1.1"}
	message := sprintf("%s accepts TLS %s.", [store.name, store.facts.minimumTls])
}

undecided contains finding.undecided(store, ["minimumTls"]) if some store in _stores

examined contains finding.examined(store) if some store in _stores

_stores contains store if {
	some store in input.subjects.database
	store.facts.minimumTls != null
}

_stores contains store if {
	some store in input.subjects["object-store"]
	store.facts.minimumTls != null
}
