# METADATA
# title: The dates of the plan agree with each other
# description: >-
#   A release before the start, a milestone after the release or before its own start: one of the dates is
#   wrong, and somebody is working towards the wrong one.
# custom:
#   severity: error
#   applies_to: [plan, plan-milestone]
#   uses: [plan]
#   criteria: [timeline-resources]
#   required: true
#   controls:
#     nist-800-53: [SA-3, CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.5.8]
#   statements:
#     - timeline.start
#     - timeline.release
#     - timeline.freezes[]
#     - timeline.milestones[].due
#   remediation: Correct the date that is wrong.
package planproof.rules.plan["dates-consistent"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["timeline", "release"], message) if {
	some plan in input.subjects.plan
	is_string(plan.facts.timeline.start)
	is_string(plan.facts.timeline.release)
	plan.facts.timeline.release < plan.facts.timeline.start
	message := sprintf("The release on %s is before the start on %s.", [plan.facts.timeline.release, plan.facts.timeline.start])
}

violation contains finding.at(plan, ["timeline", "freezes", i, "to"], message) if {
	some plan in input.subjects.plan
	some i, freeze in plan.facts.timeline.freezes
	freeze.to < freeze.from
	message := sprintf("The freeze ends on %s, before it begins on %s.", [freeze.to, freeze.from])
}

violation contains finding.about(milestone, ["due"], message, [stated]) if {
	some milestone in input.subjects["plan-milestone"]
	some plan in input.subjects.plan
	is_string(plan.facts.timeline.release)
	milestone.facts.due > plan.facts.timeline.release
	message := sprintf("Milestone %s is due on %s, after the release on %s.", [milestone.name, milestone.facts.due, plan.facts.timeline.release])
	stated := finding.place(plan, ["timeline", "release"], "The release.")
}

violation contains finding.at(milestone, ["due"], message) if {
	some milestone in input.subjects["plan-milestone"]
	is_string(milestone.facts.start)
	milestone.facts.due < milestone.facts.start
	message := sprintf("Milestone %s is due on %s, before it starts on %s.", [milestone.name, milestone.facts.due, milestone.facts.start])
}
