# METADATA
# title: Search domains are encrypted at rest
# description: >-
#   Indexes, logs and snapshots of a search domain hold what was put in, in full. OpenSearch Service encrypts them only
#   when told to; Azure AI Search always does.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html
#     description: Encryption of data at rest for Amazon OpenSearch Service
# custom:
#   severity: error
#   applies_to: [search-domain]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-28(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.11"]
#   statements:
#     - security.encryption.atRest
#   remediation: Turn on encryption at rest.
package planproof.rules.encryption["search-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(domain, ["encrypted"], message) if {
	some domain in input.subjects["search-domain"]
	domain.facts.encrypted == false
	message := sprintf("Search domain %s is not encrypted at rest.", [domain.name])
}

undecided contains finding.undecided(domain, ["encrypted"]) if {
	some domain in input.subjects["search-domain"]
}
