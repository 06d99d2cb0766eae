# METADATA
# title: Owners are people that the plan has
# description: >-
#   Work that belongs to nobody, or to somebody who is not on the project, is not done. Every component and
#   milestone has an owner, and every owner is stated with the time that they have.
# custom:
#   severity: error
#   applies_to: [plan-component, plan-milestone, plan]
#   uses: [plan]
#   criteria: [timeline-resources]
#   required: true
#   controls:
#     nist-800-53: [SA-2, PM-3]
#     soc2: [CC1.3]
#     iso-27001: [A.5.2, A.5.8]
#   statements:
#     - architecture.components[].owner
#     - timeline.milestones[].owner
#     - owner
#     - resources.people[]
#   remediation: Name an owner among resources.people, with an allocation above zero.
package planproof.rules.plan["owners-available"]

import data.planproof.lib.finding

_people contains person.name if {
	some plan in input.subjects.plan
	some person in plan.facts.people
}

_owned contains subject if some subject in input.subjects["plan-milestone"]

_owned contains subject if {
	some subject in input.subjects["plan-component"]
	subject.facts.criticality == "critical"
}

violation contains finding.at(subject, ["owner"], message) if {
	some subject in _owned
	subject.facts.owner == null
	message := sprintf("%s has no owner.", [subject.name])
}

violation contains finding.at(subject, ["owner"], message) if {
	some subject in _owned
	is_string(subject.facts.owner)
	not subject.facts.owner in _people
	message := sprintf("%s belongs to %s, whom the plan does not have among its people.", [subject.name, subject.facts.owner])
}

violation contains finding.at(plan, ["people", i, "allocation"], message) if {
	some plan in input.subjects.plan
	some i, person in plan.facts.people
	person.allocation == 0
	message := sprintf("%s is among the people of the plan without any time for it.", [person.name])
}

examined contains {"kind": subject.kind, "id": subject.id} if some subject in _owned
