# METADATA
# title: Restoring is documented for what is backed up
# description: >-
#   A backup is worth what can be restored from it. For each component with a recovery objective the plan
#   must name the procedure, and it must exist.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-10, CP-2]
#     cis-controls: ["11.1"]
#     soc2: [A1.2]
#     iso-27001: [A.5.30, A.5.37]
#   statements:
#     - recovery.backups[].restore
#     - recovery.objectives[].rpo
#   shown_by: [restoreProcedure]
#   remediation: Name the restore procedure in the plan under recovery.backups, and write it.
package planproof.rules.recovery["restore-documented"]

import data.planproof.lib.finding

violation contains finding.at(component, ["restoreProcedure"], message) if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.rpoHours)
	is_null(component.facts.restoreProcedure)
	message := sprintf("The plan names no restore procedure for %s.", [component.name])
}

violation contains finding.at(component, ["restoreProcedure", "path"], message) if {
	some component in input.subjects["plan-component"]
	component.facts.restoreProcedure.exists == false
	message := sprintf("The restore procedure %s of %s does not exist.", [component.facts.restoreProcedure.path, component.name])
}

undecided contains finding.undecided(component, ["restoreProcedure", "exists"]) if {
	some component in input.subjects["plan-component"]
}

examined contains {"kind": component.kind, "id": component.id} if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.rpoHours)
}
