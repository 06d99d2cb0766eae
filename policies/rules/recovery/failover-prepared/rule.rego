# METADATA
# title: What is to fail over by itself has something that makes it
# description: >-
#   A second region takes over by itself only if names, a balancer or a database sends clients there when the first
#   fails. Without one, somebody must wake up, decide and change records by hand.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   uses: [failover, stack]
#   criteria: [devops-practices, rollback]
#   controls:
#     nist-800-53: [CP-7, CP-10, SC-5]
#     soc2: [A1.2]
#     iso-27001: [A.8.14, A.5.30]
#   statements:
#     - recovery.availability[].failover
#   remediation: Add records that fail over, a balancer before both regions or a global database, or plan the failover as manual.
package planproof.rules.recovery["failover-prepared"]

import data.planproof.lib.finding

violation contains finding.at(component, ["failover"], message) if {
	some component in _automatic
	count(input.subjects.stack) > 0
	count(input.subjects.failover) == 0
	message := sprintf("%s is to fail over to %s by itself, and nothing in the files makes it.", [
		component.name,
		component.facts.standbyRegion,
	])
}

undecided contains finding.undecided_because(component, ["failover"], "no infrastructure code was scanned") if {
	some component in _automatic
	count(input.subjects.stack) == 0
}

examined contains finding.examined(component) if some component in _automatic

# Within a region replicas and zones do that, which other rules ask for.
_automatic := [component |
	some component in input.subjects["plan-component"]
	component.facts.failover == "automatic"
	is_string(component.facts.standbyRegion)
]
