# METADATA
# title: Objectives of availability are within what the design can give
# description: >-
#   A component is never more available than what it needs in a row: the product of them all. Judged where the plan
#   states how available components are; those that state nothing are taken to never fail, which they do.
# custom:
#   severity: error
#   applies_to: [plan-objective]
#   criteria: [monitoring-alerting, timeline-resources]
#   controls:
#     nist-800-53: [CP-2, SC-5]
#     soc2: [A1.1]
#     iso-27001: [A.8.14]
#   statements:
#     - observability.objectives[].target
#   remediation: Add replicas or zones, need fewer things in a row, or lower the target.
package planproof.rules.plan["objectives-attainable"]

import data.planproof.lib.finding

violation contains finding.at(objective, ["target"], message) if {
	some objective in input.subjects["plan-objective"]
	design := objective.facts.design
	design.percent < objective.facts.target
	message := sprintf(
		"%s is to be available %v %%, and can be %v %% at best: %s.",
		[objective.facts.component, objective.facts.target, design.percent, design.arithmetic],
	)
}

undecided contains finding.undecided_because(objective, ["target"], reason) if {
	some objective in input.subjects["plan-objective"]
	design := objective.facts.design
	design.percent >= objective.facts.target
	count(design.unstated) > 0
	reason := sprintf("the plan does not state how available %s is", [concat(", ", design.unstated)])
}

examined contains finding.examined(objective) if {
	some objective in input.subjects["plan-objective"]
	objective.facts.design != null
}
