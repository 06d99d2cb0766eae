# METADATA
# title: Caches are encrypted at rest
# description: >-
#   A cache holds copies of what is protected elsewhere, and writes them to disk for snapshots and replicas. ElastiCache
#   for Redis and DAX encrypt them only when they are created so; the other services always do.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
#     description: At-rest encryption in ElastiCache
# custom:
#   severity: error
#   applies_to: [cache]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-28(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.11"]
#   statements:
#     - security.encryption.atRest
#   remediation: Turn on encryption at rest; a cache that exists must be created anew.
package planproof.rules.encryption["cache-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(cache, ["encrypted"], message) if {
	some cache in input.subjects.cache
	cache.facts.encrypted == false
	message := sprintf("Cache %s is not encrypted at rest.", [cache.name])
}

undecided contains finding.undecided(cache, ["encrypted"]) if {
	some cache in input.subjects.cache
}

examined contains finding.examined(cache) if {
	some cache in input.subjects.cache
	cache.facts.encrypted != null
}
