# METADATA
# title: Caches ask clients who they are
# description: >-
#   Without a password or users, whatever reaches the port of a cache reads and changes everything in it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
#     description: Authentication in ElastiCache
#   - ref: https://cloud.google.com/memorystore/docs/redis/about-redis-auth
#     description: AUTH in Memorystore for Redis
# custom:
#   severity: warning
#   applies_to: [cache]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-2, AC-3]
#     iso-27001: [A.8.5]
#     cis-controls: ["6.7"]
#   remediation: Set a token, or give access to named users.
package planproof.rules.identity["caches-authenticated"]

import data.planproof.lib.finding

violation contains finding.at(cache, ["authenticated"], message) if {
	some cache in input.subjects.cache
	cache.facts.authenticated == false
	message := sprintf("Cache %s asks nobody who they are.", [cache.name])
}

undecided contains finding.undecided(cache, ["authenticated"]) if {
	some cache in input.subjects.cache
}

examined contains finding.examined(cache) if {
	some cache in input.subjects.cache
	cache.facts.authenticated != null
}
