# METADATA
# title: Something stands in the region that is to take over
# description: >-
#   A region in which nothing was ever provisioned takes over nothing: its quotas, images, keys and copies are missed on
#   the day when all others ask for them too.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   uses: [stack]
#   criteria: [devops-practices, rollback]
#   controls:
#     nist-800-53: [CP-7, CP-10]
#     soc2: [A1.2]
#     iso-27001: [A.8.14, A.5.30]
#   statements:
#     - recovery.availability[].standbyRegion
#   remediation: Provision what takes over in the standby region, or correct the plan.
package planproof.rules.recovery["standby-region-prepared"]

import data.planproof.lib.finding
import data.planproof.lib.unknown

violation contains finding.at(component, ["standbyRegion"], message) if {
	some component in _waiting
	count(_open) == 0
	count(input.subjects.stack) > 0
	not _region(component.facts.standbyRegion) in _regions
	message := sprintf("%s is to take over for %s, and nothing is provisioned there.", [
		component.facts.standbyRegion,
		component.name,
	])
}

undecided contains finding.undecided_because(component, ["standbyRegion"], reason) if {
	some component in _waiting
	not _region(component.facts.standbyRegion) in _regions
	some stack in _open
	reason := sprintf("where %s provisions is not known", [stack.name])
}

undecided contains finding.undecided_because(component, ["standbyRegion"], "no infrastructure code was scanned") if {
	some component in _waiting
	count(input.subjects.stack) == 0
}

examined contains finding.examined(component) if some component in _waiting

_waiting := [component |
	some component in input.subjects["plan-component"]
	is_string(component.facts.standbyRegion)
]

_open := [stack | some stack in input.subjects.stack; unknown.is(stack.facts.regions)]

_regions contains _region(name) if {
	some stack in input.subjects.stack
	is_array(stack.facts.regions)
	some name in stack.facts.regions
}

_region(name) := lower(replace(name, " ", ""))
