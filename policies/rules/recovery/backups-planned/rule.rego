# METADATA
# title: The plan states the backups that are made
# description: >-
#   Who restores in an emergency looks for copies where the plan says they are. What is made and not stated is not found
#   in time, costs money, and may keep data longer than anyone decided.
# custom:
#   severity: note
#   applies_to: [plan-component]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-9, CP-2]
#     iso-27001: [A.8.13, A.8.10]
#   statements:
#     - recovery.backups[].component
#   remediation: State the backup under recovery.backups, or stop making it.
package planproof.rules.recovery["backups-planned"]

import data.planproof.lib.finding

violation contains finding.at(component, ["backupEveryHours"], message) if {
	some component in input.subjects["plan-component"]
	is_array(component.facts.foundBackups)
	count(component.facts.foundBackups) > 0
	not _stated(component.facts)
	message := sprintf("Backups of %s are made, and the plan does not state them.", [component.name])
}

undecided contains finding.undecided(component, ["foundBackups"]) if {
	some component in input.subjects["plan-component"]
	not _stated(component.facts)
}

examined contains finding.examined(component) if some component in input.subjects["plan-component"]

_stated(facts) if is_number(facts.backupEveryHours)

_stated(facts) if is_number(facts.backupKeepDays)

_stated(facts) if is_string(facts.backupMethod)

_stated(facts) if is_object(facts.restoreProcedure)
