# METADATA
# title: Keys of certificates hold for as long as the certificate
# description: >-
#   An RSA key of 1024 bits can be found by those who can pay for it. Who has it can be the service, and read
#   what was sent to it; browsers refuse such certificates.
# custom:
#   severity: warning
#   applies_to: [certificate]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-12, SC-17]
#     cis-controls: ["3.10"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#   remediation: Use ECDSA with P-256, or RSA with 2048 bits or more.
package planproof.rules.encryption["certificate-keys-strong"]

import data.planproof.lib.finding

violation contains finding.at(certificate, ["weakKey"], message) if {
	some certificate in input.subjects.certificate
	certificate.facts.weakKey == true
	message := sprintf("%s has a key that can be broken.", [certificate.name])
}

undecided contains finding.undecided(certificate, ["weakKey"]) if {
	some certificate in input.subjects.certificate
}

examined contains finding.examined(certificate) if {
	some certificate in input.subjects.certificate
	certificate.facts.weakKey != null
}
