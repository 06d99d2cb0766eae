# METADATA
# title: Approvals can be given
# description: >-
#   A gate that asks for more people than may approve, or for people who are away, is opened by an exception on the day
#   of the release. Judged where the plan states headcounts and absences.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   uses: [plan]
#   criteria: [timeline-resources, delivery-pipeline]
#   controls:
#     nist-800-53: [CM-3, AC-5]
#     soc2: [CC8.1]
#     iso-27001: [A.5.3, A.8.32]
#   statements:
#     - delivery.environments.<name>.approvals
#   remediation: Name more approvers, state a deputy, lower the number, or move the release.
package planproof.rules.plan["approvals-possible"]

import data.planproof.lib.finding

violation contains finding.at(environment, ["approvals"], message) if {
	some environment in _judged
	counts := [count | some person in _people(environment); is_number(person.headcount); count := person.headcount]
	count(counts) == count(environment.facts.approvers)
	environment.facts.approvals > sum(counts)
	message := sprintf(
		"Environment %s needs %v approvals, and those who may approve are %v: %s.",
		[environment.name, environment.facts.approvals, sum(counts), concat(", ", environment.facts.approvers)],
	)
}

violation contains finding.at(environment, ["approvers"], message) if {
	some environment in _judged
	environment.facts.production
	some plan in input.subjects.plan
	is_string(plan.facts.timeline.release)
	people := _people(environment)
	count(people) == count(environment.facts.approvers)
	every person in people {
		_away(person, plan.facts.timeline.release)
	}
	message := sprintf(
		"Nobody who may approve environment %s is there on the day of the release, %s: %s.",
		[environment.name, plan.facts.timeline.release, concat(", ", environment.facts.approvers)],
	)
}

examined contains finding.examined(environment) if some environment in _judged

_judged := [environment |
	some environment in input.subjects["plan-environment"]
	environment.facts.approvals > 0
	count(environment.facts.approvers) > 0
]

_people(environment) := [person |
	some plan in input.subjects.plan
	some person in plan.facts.people
	person.name in environment.facts.approvers
]

_away(person, day) if {
	person.deputy == null
	some absence in person.absences
	absence.from <= day
	day <= absence.to
}
