# METADATA
# title: The plan and its diagrams have the same dependencies
# description: >-
#   What a component needs decides in which order it is deployed and restored, and what fails with it. A line of the
#   diagram that the plan does not state, or a dependency without a line, makes one of them wrong.
# custom:
#   severity: warning
#   applies_to: [plan-component, architecture-component]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [PL-8, CP-2]
#     iso-27001: [A.5.9]
#   statements:
#     - architecture.diagrams
#   remediation: State the dependency in dependsOn of the plan, draw it, or remove it where it is no longer true.
package planproof.rules.plan["dependencies-as-drawn"]

import data.planproof.lib.finding

violation contains finding.at(drawn, ["dependsOn", i, "name"], message) if {
	some drawn in input.subjects["architecture-component"]
	some i, other in drawn.facts.dependsOn
	other.planned == false
	message := sprintf("%s and %s are joined in %s, and the plan states no dependency between them.", [drawn.name, other.name, drawn.facts.path])
}

violation contains finding.at(component, ["notJoined", i, "name"], message) if {
	some component in input.subjects["plan-component"]
	some i, other in component.facts.notJoined
	message := sprintf("Component %s depends on %s, and no diagram of the plan joins them.", [component.name, other.name])
}

examined contains finding.examined(component) if {
	some component in input.subjects["plan-component"]
	component.facts.drawn == true
}

examined contains finding.examined(drawn) if {
	some drawn in input.subjects["architecture-component"]
	drawn.facts.planned == true
}
