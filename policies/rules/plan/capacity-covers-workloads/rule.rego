# METADATA
# title: The stated capacity covers what the workloads ask for
# description: >-
#   A capacity in the plan is what somebody reckoned when it was written. What the manifests ask for, times how many may
#   run, is what the cluster will be asked for; where that is more, the plan is not feasible as it stands.
# custom:
#   severity: error
#   applies_to: [plan]
#   uses: [plan-environment]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [CP-2(2), AU-4]
#     soc2: [A1.1]
#     iso-27001: [A.8.6]
#   statements:
#     - resources.capacity[]
#   remediation: Raise the capacity, lower the requests, or run fewer replicas.
package planproof.rules.plan["capacity-covers-workloads"]

import data.planproof.lib.finding

violation contains finding.about(plan, ["capacity", i, "available"], message, [place]) if {
	some [plan, i, capacity, found] in _joined
	found.demand.total > capacity.available
	message := sprintf(
		"Environment %s has %v of %s; its workloads may ask for %v: %s.",
		[capacity.environment, capacity.available, capacity.resource, found.demand.total, found.demand.arithmetic],
	)
	place := finding.place(found.environment, ["demand", found.index, "largestPod"], "This asks for the most")
}

undecided contains finding.undecided_because(plan, ["capacity", i, "available"], reason) if {
	some [plan, i, capacity, found] in _joined
	found.demand.total <= capacity.available
	count(found.demand.open) > 0
	reason := sprintf("not all that is asked for is known: %s", [concat("; ", found.demand.open)])
}

examined contains finding.examined(plan) if some [plan, _, _, _] in _joined

# Capacities, with what is found for the same environment and resource.
_joined := [[plan, i, capacity, {"environment": environment, "index": j, "demand": demand}] |
	some plan in input.subjects.plan
	some i, capacity in plan.facts.capacity
	some environment in input.subjects["plan-environment"]
	environment.name == capacity.environment
	some j, demand in environment.facts.demand
	demand.resource == capacity.resource
]
