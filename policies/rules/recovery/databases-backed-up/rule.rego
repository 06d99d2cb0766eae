# METADATA
# title: Databases are backed up automatically
# description: >-
#   A database without automated backups loses everything since the last manual copy, if there is one.
#   Managed platforms do it for the price of the storage.
# custom:
#   severity: error
#   applies_to: [database]
#   uses: [backup]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-9, CP-10]
#     cis-controls: ["11.2"]
#     soc2: [A1.2]
#     iso-27001: [A.8.13]
#   remediation: Set a backup retention of at least 7 days.
package planproof.rules.recovery["databases-backed-up"]

import data.planproof.lib.finding
import data.planproof.lib.unknown

violation contains finding.at(database, ["backupRetentionDays"], message) if {
	some database in _primaries
	database.facts.backupRetentionDays == 0
	database.facts.replica == false
	not database.id in _covered
	count(_open) == 0
	message := sprintf("Database %s has no automated backups.", [database.name])
}

undecided contains finding.undecided(database, ["backupRetentionDays"]) if some database in _primaries

undecided contains finding.undecided(database, ["replica"]) if {
	some database in _primaries
	database.facts.backupRetentionDays == 0
	not database.id in _covered
}

undecided contains finding.undecided_because(database, ["backupRetentionDays"], reason) if {
	some database in _primaries
	database.facts.backupRetentionDays == 0
	database.facts.replica == false
	not database.id in _covered
	some plan in _open
	reason := sprintf("it has none of its own, and what %s takes is not known", [plan.name])
}

examined contains finding.examined(database) if some database in _primaries

# What follows another database all the time is saved with it.
_primaries := [database |
	some database in input.subjects.database
	not database.facts.replica == true
]

_covered contains id if {
	some backup in input.subjects.backup
	not backup.facts.active == false
	some id in backup.facts.covers
}

_open contains backup if {
	some backup in input.subjects.backup
	backup.facts.mechanism == "backup-plan"
	not backup.facts.active == false
	unknown.is(backup.facts.covers)
}
