# METADATA
# title: Restoring and rolling back fit into the time that the plan allows
# description: >-
#   A restore that takes longer than the recovery time objective misses it on the first bad day, and so does a rollback.
#   Judged where the plan states recovery.backups[].restoreTakes or maxMinutes beside an objective.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   uses: [plan-environment]
#   criteria: [rollback, timeline-resources]
#   controls:
#     nist-800-53: [CP-10, CP-2]
#     soc2: [A1.2]
#     iso-27001: [A.8.13, A.5.30]
#   statements:
#     - recovery.objectives[].rto
#   remediation: Make the way back faster, or agree on a longer rto.
package planproof.rules.plan["restore-fits-objective"]

import data.planproof.lib.finding

violation contains finding.about(component, ["restoreTakesHours"], message, [stated]) if {
	some component in input.subjects["plan-component"]
	component.facts.restoreTakesHours > component.facts.rtoHours
	message := sprintf(
		"Restoring %s takes %v hours, %v more than the %v in which it must work again.",
		[
			component.name, component.facts.restoreTakesHours,
			component.facts.restoreTakesHours - component.facts.rtoHours, component.facts.rtoHours,
		],
	)
	stated := finding.place(component, ["rtoHours"], "The objective.")
}

violation contains finding.about(component, ["rtoHours"], message, [stated]) if {
	some component in input.subjects["plan-component"]
	component.facts.criticality == "critical"
	is_number(component.facts.rtoHours)
	some environment in input.subjects["plan-environment"]
	environment.facts.production
	environment.facts.rollbackMaxMinutes > component.facts.rtoHours * 60
	message := sprintf(
		"%s must work again in %v minutes, and the rollback of %s may take %v.",
		[component.name, component.facts.rtoHours * 60, environment.name, environment.facts.rollbackMaxMinutes],
	)
	stated := finding.place(environment, ["rollbackMaxMinutes"], "The rollback.")
}

examined contains finding.examined(component) if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.rtoHours)
}
