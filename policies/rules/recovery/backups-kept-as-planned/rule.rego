# METADATA
# title: Backups are kept as long as planned
# description: >-
#   Damage is often found weeks later. Copies that are deleted before the planned time cannot bring back what
#   was lost, and break the retention that was promised.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   criteria: [rollback, devops-practices]
#   controls:
#     nist-800-53: [CP-9, SI-12]
#     cis-controls: ["11.2"]
#     soc2: [A1.2]
#     iso-27001: [A.8.13]
#   statements:
#     - recovery.backups[].keepDays
#   shown_by: [foundRetentionDays]
#   remediation: Lengthen the retention of the backups, or state the real one in the plan.
package planproof.rules.recovery["backups-kept-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(component, ["foundRetentionDays"], message) if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.backupKeepDays)
	is_number(component.facts.foundRetentionDays)
	component.facts.foundRetentionDays < component.facts.backupKeepDays
	message := sprintf("Backups of %s are planned to be kept %v days, and are kept %v days.", [component.name, component.facts.backupKeepDays, component.facts.foundRetentionDays])
}

undecided contains finding.undecided(component, ["foundRetentionDays"]) if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.backupKeepDays)
}

examined contains {"kind": component.kind, "id": component.id} if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.backupKeepDays)
}
