# METADATA
# title: TLS is version 1.2 or newer
# description: >-
#   Versions before 1.2 have been broken for years, and no browser speaks them any more: whoever still offers
#   them serves attackers who ask for the weakest.
# custom:
#   severity: warning
#   applies_to: [endpoint]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8(1), SC-13]
#     cis-controls: ["3.10"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#     pci-dss: ["4.2.1"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Choose a policy that begins with TLS 1.2 or 1.3, and ciphers with forward secrecy.
package planproof.rules.encryption["tls-current"]

import data.planproof.lib.finding

violation contains finding.at(endpoint, ["oldestTls"], message) if {
	some endpoint in input.subjects.endpoint
	is_number(endpoint.facts.oldestTls)
	endpoint.facts.oldestTls < 1.2
	message := sprintf("%s accepts %s.", [endpoint.name, _named(endpoint.facts.oldestTls)])
}

violation contains finding.at(endpoint, ["weakCiphers"], message) if {
	some endpoint in input.subjects.endpoint
	endpoint.facts.weakCiphers == true
	message := sprintf("%s accepts ciphers without forward secrecy.", [endpoint.name])
}

undecided contains finding.undecided(endpoint, ["oldestTls"]) if {
	some endpoint in input.subjects.endpoint
}

examined contains finding.examined(endpoint) if {
	some endpoint in input.subjects.endpoint
	endpoint.facts.oldestTls != null
}

_named(version) := "SSL 3.0" if {
	version == 0
} else := "TLS 1.0" if {
	version == 1
} else := sprintf("TLS %v", [version])
