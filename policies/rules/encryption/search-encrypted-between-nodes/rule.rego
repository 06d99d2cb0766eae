# METADATA
# title: Nodes of search domains talk encrypted
# description: >-
#   Nodes of a search domain send each other documents and queries, in plaintext unless told otherwise. What enters over
#   HTTPS then goes on without.
# related_resources:
#   - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html
#     description: Node-to-node encryption for Amazon OpenSearch Service
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
#   remediation: Turn on node-to-node encryption.
package planproof.rules.encryption["search-encrypted-between-nodes"]

import data.planproof.lib.finding

violation contains finding.at(domain, ["encryptedBetweenNodes"], message) if {
	some domain in input.subjects["search-domain"]
	domain.facts.encryptedBetweenNodes == false
	message := sprintf("Nodes of search domain %s talk to each other in plaintext.", [domain.name])
}

undecided contains finding.undecided(domain, ["encryptedBetweenNodes"]) if {
	some domain in input.subjects["search-domain"]
}
