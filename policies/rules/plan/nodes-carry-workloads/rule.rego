# METADATA
# title: The machines of an environment carry what runs on them
# description: >-
#   A pod that asks for more than any machine has, or than all of them have left, waits for ever: the release hangs on its
#   day, or an autoscaler stops halfway. Reckoned with the most replicas and the most machines that the files allow, and
#   before what the machines keep for themselves.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [CP-2(2), SC-5, AU-4]
#     soc2: [A1.1]
#     iso-27001: [A.8.6]
#   statements:
#     - environments[].services[]
#   remediation: Add machines or larger ones, lower the requests, or run fewer replicas.
package planproof.rules.plan["nodes-carry-workloads"]

import data.planproof.lib.finding

violation contains finding.about(environment, ["demand", i, "nodes"], message, [place]) if {
	some environment in input.subjects["plan-environment"]
	some i, demand in environment.facts.demand
	is_number(demand.nodes)
	demand.total > demand.nodes
	message := sprintf(
		"The machines of %s have %v %s at most (%s); its workloads may ask for %v: %s.",
		[environment.name, demand.nodes, _units[demand.resource], demand.nodesArithmetic, demand.total, demand.arithmetic],
	)
	place := finding.place(environment, ["demand", i, "largestPod"], "This asks for the most")
}

violation contains finding.at(environment, ["demand", i, "largestPod"], message) if {
	some environment in input.subjects["plan-environment"]
	some i, demand in environment.facts.demand
	is_number(demand.largestNode)
	demand.largestPod > demand.largestNode
	message := sprintf(
		"A pod of %s asks for %v %s, and no machine of %s has more than %v.",
		[demand.largestOf, demand.largestPod, _units[demand.resource], environment.name, demand.largestNode],
	)
}

undecided contains finding.undecided(environment, ["demand", i, "nodes"]) if {
	some environment in input.subjects["plan-environment"]
	some i, _ in environment.facts.demand
}

undecided contains finding.undecided_because(environment, ["demand", i, "nodes"], reason) if {
	some environment in input.subjects["plan-environment"]
	some i, demand in environment.facts.demand
	is_number(demand.nodes)
	demand.total <= demand.nodes
	count(demand.open) > 0
	reason := sprintf("not all that is asked for is known: %s", [concat("; ", demand.open)])
}

examined contains finding.examined(environment) if {
	some environment in input.subjects["plan-environment"]
	some demand in environment.facts.demand
	demand.nodes != null
}

_units := {"vcpu": "cores", "memory-gib": "GiB of memory"}
