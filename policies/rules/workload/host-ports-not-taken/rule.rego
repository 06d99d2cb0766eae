# METADATA
# title: Containers do not take ports of the machine
# description: >-
#   A port of the machine goes past the Services and network policies of the cluster, and only one pod of each machine
#   can have it: the next version waits until the old one is gone. Agents that run once on each machine may have a
#   reason to.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/configuration/overview/#services
#     description: Configuration good practices
# custom:
#   severity: note
#   applies_to: [workload]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20]
#   remediation: Remove hostPort and put a Service in front of the pods.
package planproof.rules.workload["host-ports-not-taken"]

import data.planproof.lib.finding

violation contains finding.at(workload, ["containers", i, "hostPorts", j, "port"], message) if {
	some workload in input.subjects.workload
	not workload.facts.type == "DaemonSet"
	not workload.facts.hostNetwork == true
	some i, container in workload.facts.containers
	some j, taken in container.hostPorts
	is_number(taken.port)
	message := sprintf("Container %s of %s takes port %d of the machine.", [container.name, workload.name, taken.port])
}

undecided contains finding.undecided(workload, ["containers", i, "hostPorts", j, "port"]) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	some j, _ in container.hostPorts
}
