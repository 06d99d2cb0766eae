# METADATA
# title: Milestones come after what they depend on
# description: >-
#   A milestone that is due before one that it depends on cannot be met, and a circle of dependencies can
#   never be started. Both are found on paper, before they cost weeks.
# custom:
#   severity: error
#   applies_to: [plan-milestone]
#   criteria: [timeline-resources]
#   required: true
#   controls:
#     nist-800-53: [SA-3, CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.5.8]
#   statements:
#     - timeline.milestones[].due
#     - timeline.milestones[].dependsOn
#   remediation: Move one of the dates, or correct the dependency.
package planproof.rules.plan["milestones-in-order"]

import data.planproof.lib.finding

violation contains finding.at(milestone, ["dependsOn"], message) if {
	some milestone in input.subjects["plan-milestone"]
	some earlier in milestone.facts.upstream
	earlier.id != milestone.name
	milestone.facts.due < earlier.due
	message := sprintf("Milestone %s is due on %s, before %s, which it depends on and which is due on %s.", [milestone.name, milestone.facts.due, earlier.id, earlier.due])
}

violation contains finding.at(milestone, ["cycle"], message) if {
	some milestone in input.subjects["plan-milestone"]
	count(milestone.facts.cycle) > 0
	circle := concat(" → ", array.concat(milestone.facts.cycle, [milestone.name]))
	message := sprintf("Milestones depend on each other in a circle: %s.", [circle])
}

undecided contains finding.undecided(milestone, ["upstream"]) if {
	some milestone in input.subjects["plan-milestone"]
}
