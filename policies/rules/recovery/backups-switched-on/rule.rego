# METADATA
# title: Backups are switched on
# description: >-
#   A schedule that was paused for an evening and forgotten looks like a backup to all who read the files, until the day
#   when its newest copy is half a year old.
# custom:
#   severity: warning
#   applies_to: [backup]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-9]
#     cis-controls: ["11.2"]
#     soc2: [A1.2]
#     iso-27001: [A.8.13]
#   remediation: Switch the schedule on, and let it write where it can, or delete it.
package planproof.rules.recovery["backups-switched-on"]

import data.planproof.lib.finding

violation contains finding.at(backup, ["active"], message) if {
	some backup in input.subjects.backup
	backup.facts.active == false
	message := sprintf("Backup %s is switched off, or cannot write.", [backup.name])
}

undecided contains finding.undecided(backup, ["active"]) if some backup in input.subjects.backup
