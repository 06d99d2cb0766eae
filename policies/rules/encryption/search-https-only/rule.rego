# METADATA
# title: Search domains answer over HTTPS only
# description: >-
#   A domain that answers over HTTP too gives documents, and takes passwords, where anybody on the way can read them.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
#     description: Infrastructure security in Amazon OpenSearch Service
# custom:
#   severity: error
#   applies_to: [search-domain]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.10"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Require HTTPS for all traffic to the domain.
package planproof.rules.encryption["search-https-only"]

import data.planproof.lib.finding

violation contains finding.at(domain, ["httpsOnly"], message) if {
	some domain in input.subjects["search-domain"]
	domain.facts.httpsOnly == false
	message := sprintf("Search domain %s also answers over HTTP.", [domain.name])
}

undecided contains finding.undecided(domain, ["httpsOnly"]) if {
	some domain in input.subjects["search-domain"]
}
