# METADATA
# title: Search domains require TLS 1.2
# description: >-
#   TLS 1.0 and 1.1 have known weaknesses, and no client needs them anymore. A domain accepts them unless its policy
#   says otherwise.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html
#     description: TLS policies of OpenSearch Service
#   - ref: https://www.rfc-editor.org/rfc/rfc8996
#     description: Deprecating TLS 1.0 and TLS 1.1
# custom:
#   severity: warning
#   applies_to: [search-domain]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.10"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Set a TLS policy that begins at version 1.2.
package planproof.rules.encryption["search-modern-tls"]

import data.planproof.lib.finding

violation contains finding.at(domain, ["modernTls"], message) if {
	some domain in input.subjects["search-domain"]
	domain.facts.modernTls == false
	message := sprintf("Search domain %s accepts TLS 1.0 and 1.1.", [domain.name])
}

undecided contains finding.undecided(domain, ["modernTls"]) if {
	some domain in input.subjects["search-domain"]
}
