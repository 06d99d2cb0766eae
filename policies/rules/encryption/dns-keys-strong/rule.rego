# METADATA
# title: Zones sign with algorithms that hold
# description: >-
#   SHA-1 no longer keeps anyone from making a second text with the same sum. Resolvers have begun to treat what
#   is signed with it as not signed.
# related_resources:
#   - ref: https://www.rfc-editor.org/rfc/rfc8624
#     description: Algorithm implementation requirements and usage guidance for DNSSEC, RFC 8624
# custom:
#   severity: warning
#   applies_to: [dns-zone]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-12, SC-17]
#     cis-controls: ["3.10"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#   remediation: Use ecdsap256sha256 or rsasha256 for both keys.
package planproof.rules.encryption["dns-keys-strong"]

import data.planproof.lib.finding

violation contains finding.at(zone, ["weakKeys"], message) if {
	some zone in input.subjects["dns-zone"]
	zone.facts.weakKeys == true
	message := sprintf("%s signs with SHA-1.", [zone.name])
}

undecided contains finding.undecided(zone, ["weakKeys"]) if {
	some zone in input.subjects["dns-zone"]
}
