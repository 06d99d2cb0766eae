# METADATA
# title: Backups are as frequent as the recovery point objective asks
# description: >-
#   The recovery point objective is how much work may be lost. If copies are made less often than that, the
#   objective is missed by design, on the first failure.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   criteria: [rollback, devops-practices]
#   controls:
#     nist-800-53: [CP-9, CP-2]
#     cis-controls: ["11.2"]
#     soc2: [A1.2]
#     iso-27001: [A.8.13, A.5.30]
#   statements:
#     - recovery.objectives[].rpo
#     - recovery.backups[].every
#   shown_by: [foundBackupHours]
#   remediation: Shorten the backup interval, or turn on continuous recovery.
package planproof.rules.recovery["backups-meet-objective"]

import data.planproof.lib.finding

violation contains finding.at(component, ["foundBackupHours"], message) if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.rpoHours)
	is_number(component.facts.foundBackupHours)
	_minutes(component.facts.foundBackupHours) > _minutes(component.facts.rpoHours)
	message := sprintf(
		"Component %s may lose %s of data, and is backed up only every %s.",
		[component.name, _shown(component.facts.rpoHours), _shown(component.facts.foundBackupHours)],
	)
}

violation contains finding.at(component, ["rpoHours"], message) if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.rpoHours)
	component.facts.foundBackupHours == null
	message := sprintf("Component %s has a recovery point objective, and no backup of it was found.", [component.name])
}

undecided contains finding.undecided(component, ["foundBackupHours"]) if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.rpoHours)
}

examined contains {"kind": component.kind, "id": component.id} if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.rpoHours)
}

# Five minutes are no exact share of an hour.
_minutes(hours) := round(hours * 60)

_shown(hours) := sprintf("%v hours", [hours]) if {
	_minutes(hours) % 60 == 0
	hours != 1
}

_shown(hours) := sprintf("%v minutes", [_minutes(hours)]) if _minutes(hours) % 60 != 0

_shown(1) := "1 hour"
