# METADATA
# title: Connections to caches are encrypted
# description: >-
#   Without TLS, sessions, tokens and personal data go over the network as they are, and so does the cache's password.
#   ElastiCache, DAX and Memorystore leave TLS off unless told; Azure's second port is one without TLS.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
#     description: In-transit encryption in ElastiCache
#   - ref: https://cloud.google.com/memorystore/docs/redis/about-in-transit-encryption
#     description: In-transit encryption in Memorystore for Redis
# custom:
#   severity: error
#   applies_to: [cache]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.10"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Turn on encryption in transit, and close the port without TLS.
package planproof.rules.encryption["cache-encrypted-in-transit"]

import data.planproof.lib.finding

violation contains finding.at(cache, ["encryptedInTransit"], message) if {
	some cache in input.subjects.cache
	cache.facts.encryptedInTransit == false
	message := sprintf("Connections to cache %s are not encrypted.", [cache.name])
}

undecided contains finding.undecided(cache, ["encryptedInTransit"]) if {
	some cache in input.subjects.cache
}

examined contains finding.examined(cache) if {
	some cache in input.subjects.cache
	cache.facts.encryptedInTransit != null
}
