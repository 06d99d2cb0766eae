# METADATA
# title: The work fits between its start and its date
# description: >-
#   When the working days that milestones take, one after the other, end after the date that was promised, no diligence
#   keeps it. Judged where the plan states workingDays or effortDays; weekends and timeline.holidays do not count.
# custom:
#   severity: error
#   applies_to: [plan-milestone, plan]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [SA-3, CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.5.8]
#   statements:
#     - timeline.milestones[]
#     - timeline.release
#     - timeline.start
#   remediation: Move the date, begin earlier, shorten the work, or let milestones run side by side.
package planproof.rules.plan["critical-path-fits"]

import data.planproof.lib.finding

violation contains finding.at(milestone, ["schedule", "ready"], message) if {
	some milestone in input.subjects["plan-milestone"]
	schedule := milestone.facts.schedule
	schedule.slackDays < 0
	not schedule.afterLate
	message := sprintf(
		"Milestone %s is due on %s, and cannot be ready before %s, %s later: %s.",
		[milestone.name, milestone.facts.due, schedule.ready, _days(schedule.slackDays), schedule.chain],
	)
}

violation contains finding.at(plan, ["timeline", "critical", "ready"], message) if {
	some plan in input.subjects.plan
	critical := plan.facts.timeline.critical
	critical.slackDays < 0
	message := sprintf(
		"The release is on %s, and milestone %s cannot be ready before %s, %s later: %s.",
		[plan.facts.timeline.release, critical.milestone, critical.ready, _days(critical.slackDays), critical.chain],
	)
}

examined contains finding.examined(milestone) if {
	some milestone in input.subjects["plan-milestone"]
	milestone.facts.schedule != null
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	plan.facts.timeline.critical != null
}

_days(-1) := "1 working day"

_days(slack) := sprintf("%d working days", [0 - slack]) if slack < -1
