# METADATA
# title: Databases are protected from deletion
# description: >-
#   One wrong command, or one change that replaces instead of updating, deletes a database with its automated backups.
#   Deletion protection makes that a decision of its own.
# custom:
#   severity: note
#   applies_to: [database]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-9, CM-3]
#     soc2: [A1.2]
#     iso-27001: [A.8.13]
#   remediation: Turn deletion protection on where the data matters.
package planproof.rules.recovery["database-deletion-protected"]

import data.planproof.lib.finding

violation contains finding.at(database, ["deletionProtection"], message) if {
	some database in _primaries
	database.facts.deletionProtection == false
	database.facts.replica == false
	message := sprintf("Database %s has no deletion protection.", [database.name])
}

undecided contains finding.undecided(database, ["deletionProtection"]) if some database in _primaries

examined contains finding.examined(database) if some database in _primaries

# What follows another database can be made anew from it.
_primaries := [database |
	some database in input.subjects.database
	database.facts.deletionProtection != null
	not database.facts.replica == true
]
