# METADATA
# title: As many copies run as the plan says
# description: >-
#   With fewer copies than planned the failure of one machine is felt, and with a single one it is an outage: the plan's
#   availability was calculated for more.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CP-2, SC-5]
#     soc2: [A1.1]
#     iso-27001: [A.8.14]
#   statements:
#     - recovery.availability[].replicas
#   shown_by: [foundReplicas]
#   remediation: Run as many copies as the plan states, or correct the plan.
package planproof.rules.recovery["replicas-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(component, ["foundReplicas"], message) if {
	some component in _counted
	component.facts.foundReplicas < component.facts.replicas
	message := sprintf("The plan runs %s of %s, and the files run %v.", [
		_copies(component.facts.replicas),
		component.name,
		component.facts.foundReplicas,
	])
}

undecided contains finding.undecided(component, ["foundReplicas"]) if {
	some component in input.subjects["plan-component"]
	is_number(component.facts.replicas)
}

examined contains finding.examined(component) if some component in _counted

_counted := [component |
	some component in input.subjects["plan-component"]
	is_number(component.facts.replicas)
	is_number(component.facts.foundReplicas)
]

_copies(1) := "1 copy"

_copies(number) := sprintf("%v copies", [number]) if number != 1
