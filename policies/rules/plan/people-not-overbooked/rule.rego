# METADATA
# title: People have the time that their milestones take
# description: >-
#   Who owes more days of work by a date than their allocation gives until then will be late or will cut corners. Judged
#   where the plan states effortDays and allocations; weekends, timeline.holidays and absences do not count.
# custom:
#   severity: error
#   applies_to: [plan]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [SA-2, PM-3]
#     soc2: [CC1.3]
#     iso-27001: [A.5.8, A.8.6]
#   statements:
#     - resources.people[].allocation
#   remediation: Give them more time or less work, hand a milestone to somebody else, or move its date.
package planproof.rules.plan["people-not-overbooked"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["people", i, "allocation"], message) if {
	some plan in input.subjects.plan
	some i, person in plan.facts.people
	booking := person.booking
	booking.effort > booking.capacity
	message := sprintf(
		"%s owes %v days of work from %s to %s (%s), and has %v: %d working days of %v.",
		[
			person.name, booking.effort, booking.from, booking.to, booking.milestones,
			booking.capacity, booking.workingDays, person.allocation,
		],
	)
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	some person in plan.facts.people
	person.booking != null
}
