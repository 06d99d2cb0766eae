# METADATA
# title: The plan and its diagrams have the same components
# description: >-
#   A component that is drawn and not planned has no owner, no recovery and no alert; one that is planned and not drawn
#   is missed by whoever looks at the diagram in an incident. Held against the diagrams that the plan names.
# custom:
#   severity: warning
#   applies_to: [plan-component, architecture-component]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [PL-8, CM-8]
#     soc2: [CC2.1]
#     iso-27001: [A.5.9]
#   statements:
#     - architecture.diagrams
#   remediation: Add the component to the plan or to the diagram, or call it by the same name in both.
package planproof.rules.plan["components-as-drawn"]

import data.planproof.lib.finding

violation contains finding.at(component, ["drawn"], message) if {
	some component in input.subjects["plan-component"]
	component.facts.drawn == false
	message := sprintf("Component %s is planned, and no diagram of the plan has it.", [component.name])
}

violation contains finding.at(drawn, ["planned"], message) if {
	some drawn in input.subjects["architecture-component"]
	drawn.facts.planned == false
	message := sprintf("%s is drawn in %s, and the plan has no such component.", [drawn.name, drawn.facts.path])
}

examined contains finding.examined(component) if {
	some component in input.subjects["plan-component"]
	component.facts.drawn != null
}

examined contains finding.examined(drawn) if {
	some drawn in input.subjects["architecture-component"]
	drawn.facts.planned != null
}
