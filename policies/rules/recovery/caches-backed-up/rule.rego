# METADATA
# title: Caches keep automatic snapshots
# description: >-
#   Redis often holds more than copies: sessions, queues, counters. Without snapshots these are lost with the nodes, and
#   a cold cache takes its database down with it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html
#     description: Automatic backups in ElastiCache
# custom:
#   severity: note
#   applies_to: [cache]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-9]
#     iso-27001: [A.8.13]
#     cis-controls: ["11.2"]
#   remediation: Set a snapshot retention of at least one day.
package planproof.rules.recovery["caches-backed-up"]

import data.planproof.lib.finding

violation contains finding.at(cache, ["backupRetentionDays"], message) if {
	some cache in input.subjects.cache
	cache.facts.backupRetentionDays == 0
	message := sprintf("Cache %s keeps no automatic snapshots.", [cache.name])
}

undecided contains finding.undecided(cache, ["backupRetentionDays"]) if {
	some cache in input.subjects.cache
}

examined contains finding.examined(cache) if {
	some cache in input.subjects.cache
	cache.facts.backupRetentionDays != null
}
