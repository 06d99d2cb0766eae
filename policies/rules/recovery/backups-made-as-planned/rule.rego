# METADATA
# title: Backups are made as often and in the way that the plan says
# description: >-
#   The restore procedure was written for the copies that the plan names: a dump is restored by other steps than a
#   snapshot, and who expects one of the last hour finds one of yesterday.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   criteria: [rollback, devops-practices]
#   controls:
#     nist-800-53: [CP-9]
#     cis-controls: ["11.2"]
#     soc2: [A1.2]
#     iso-27001: [A.8.13]
#   statements:
#     - recovery.backups[].every
#     - recovery.backups[].method
#   shown_by: [foundBackupHours, foundBackupMethods]
#   remediation: Make the backups as the plan says, or state in the plan how they are made.
package planproof.rules.recovery["backups-made-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(component, ["foundBackupHours"], message) if {
	some component in _often
	is_number(component.facts.foundBackupHours)
	_minutes(component.facts.foundBackupHours) > _minutes(component.facts.backupEveryHours)
	message := sprintf("Backups of %s are planned every %s, and made every %s.", [
		component.name,
		_shown(component.facts.backupEveryHours),
		_shown(component.facts.foundBackupHours),
	])
}

violation contains finding.at(component, ["backupEveryHours"], message) if {
	some component in _often
	component.facts.foundBackupHours == null
	component.facts.rpoHours == null
	message := sprintf("The plan states backups of %s, and none was found.", [component.name])
}

violation contains finding.at(component, ["backupMethod"], message) if {
	some component in _methods
	is_array(component.facts.foundBackupMethods)
	not _made(component.facts.backupMethod, component.facts.foundBackupMethods)
	message := sprintf("Backups of %s are planned as %s, and made as %s.", [
		component.name,
		component.facts.backupMethod,
		concat(" and ", component.facts.foundBackupMethods),
	])
}

undecided contains finding.undecided(component, ["foundBackupHours"]) if some component in _often

undecided contains finding.undecided(component, ["foundBackupMethods"]) if some component in _methods

examined contains finding.examined(component) if some component in _often

examined contains finding.examined(component) if some component in _methods

# Where the objective is missed, that is told by another rule.
_often := [component |
	some component in input.subjects["plan-component"]
	is_number(component.facts.backupEveryHours)
	not _missed(component.facts)
]

_missed(facts) if {
	is_number(facts.foundBackupHours)
	is_number(facts.rpoHours)
	_minutes(facts.foundBackupHours) > _minutes(facts.rpoHours)
}

_methods := [component |
	some component in input.subjects["plan-component"]
	is_string(component.facts.backupMethod)
]

_made(method, found) if method in found

# Logs are replayed on a snapshot.
_made("snapshot", found) if "continuous" in found

# Five minutes are no exact share of an hour.
_minutes(hours) := round(hours * 60)

_shown(hours) := sprintf("%v hours", [_minutes(hours) / 60]) if _minutes(hours) % 60 == 0

_shown(hours) := sprintf("%v minutes", [_minutes(hours)]) if _minutes(hours) % 60 != 0
