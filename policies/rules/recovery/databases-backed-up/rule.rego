# METADATA
# title: Databases are backed up automatically
# description: >-
#   A database without automated backups loses everything since the last manual copy, if there is one.
#   Managed platforms do it for the price of the storage.
# custom:
#   severity: error
#   applies_to: [database]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-9, CP-10]
#     cis-controls: ["11.2"]
#     soc2: [A1.2]
#     iso-27001: [A.8.13]
#   remediation: Set a backup retention of at least 7 days.
package planproof.rules.recovery["databases-backed-up"]

import data.planproof.lib.finding

violation contains finding.at(database, ["backupRetentionDays"], message) if {
	some database in input.subjects.database
	database.facts.backupRetentionDays == 0
	message := sprintf("Database %s has no automated backups.", [database.name])
}

undecided contains finding.undecided(database, ["backupRetentionDays"]) if {
	some database in input.subjects.database
}
