# METADATA
# title: Certificates are renewed without anybody
# description: >-
#   A certificate that someone must renew ends on the day when that person is on holiday, has left, or does not
#   read the mail. Until it is replaced the service is down for everyone.
# custom:
#   severity: note
#   applies_to: [certificate]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-17, CP-2]
#     cis-controls: ["3.10"]
#     soc2: [A1.2, CC6.7]
#     iso-27001: [A.8.24]
#   remediation: Let the cloud issue the certificate and prove the domain by DNS, or renew it automatically.
package planproof.rules.encryption["certificates-renewed"]

import data.planproof.lib.finding

violation contains finding.at(certificate, ["renewed"], message) if {
	some certificate in input.subjects.certificate
	certificate.facts.renewed == false
	message := sprintf("Somebody has to renew %s.", [certificate.name])
}

undecided contains finding.undecided(certificate, ["renewed"]) if {
	some certificate in input.subjects.certificate
}
