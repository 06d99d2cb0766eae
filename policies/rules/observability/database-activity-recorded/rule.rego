# METADATA
# title: Databases record who uses them
# description: >-
#   Without a record of connections and of what was asked, nobody can say afterwards who came with a stolen password, from
#   where, and what they took.
# related_resources:
#   - ref: https://cloud.google.com/sql/docs/postgres/flags
#     description: Database flags of Cloud SQL for PostgreSQL
#   - ref: https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview
#     description: Auditing for Azure SQL
# custom:
#   severity: note
#   applies_to: [database-record]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     cis-controls: ["8.5"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#     pci-dss: ["10.2.1"]
#   remediation: Turn the record on, by its flag, parameter or auditing policy.
package planproof.rules.observability["database-activity-recorded"]

import data.planproof.lib.finding

_missing := {
	"connections": "who connects",
	"disconnections": "when connections end",
	"checkpoints": "checkpoints",
	"lockWaits": "who waits for locks",
	"audited": "what is asked and changed",
}

violation contains finding.at(database, [fact], message) if {
	some database in input.subjects["database-record"]
	some fact, what in _missing
	database.facts[fact] == false
	message := sprintf("%s does not record %s.", [database.name, what])
}

undecided contains finding.undecided(database, [fact]) if {
	some database in input.subjects["database-record"]
	some fact, _ in _missing
}
