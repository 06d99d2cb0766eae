# METADATA
# title: The capacity covers what the environments need
# description: >-
#   Quotas and node pools are limits that show on the day of the release, when a service does not start. What
#   an environment needs must fit into what it may use.
# custom:
#   severity: error
#   applies_to: [plan]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [CP-2(2), AU-4]
#     soc2: [A1.1]
#     iso-27001: [A.8.6]
#   statements:
#     - resources.capacity[]
#   remediation: Raise the quota, or lower the need.
package planproof.rules.plan["capacity-sufficient"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["capacity", i, "available"], message) if {
	some plan in input.subjects.plan
	some i, capacity in plan.facts.capacity
	is_number(capacity.needed)
	capacity.available < capacity.needed
	message := sprintf("Environment %v needs %v of %v, and has %v.", [capacity.environment, capacity.needed, capacity.resource, capacity.available])
}

examined contains {"kind": plan.kind, "id": plan.id} if {
	some plan in input.subjects.plan
	count(plan.facts.capacity) > 0
}
