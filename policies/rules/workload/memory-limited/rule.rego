# METADATA
# title: Containers have a limit of memory
# description: >-
#   A container without a limit takes as much memory as there is. When it leaks, the machine ends whatever it finds,
#   often something else, and all pods of the machine suffer.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
#     description: Resource management for pods and containers
# custom:
#   severity: note
#   applies_to: [workload]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [SC-5, CP-10]
#     soc2: [A1.1]
#     iso-27001: [A.8.6]
#   remediation: State resources.limits.memory for each container, or a LimitRange for the namespace.
package planproof.rules.workload["memory-limited"]

import data.planproof.lib.finding
import data.planproof.lib.pods

violation contains finding.at(workload, ["containers", first, "memoryLimit"], message) if {
	some workload in _pods
	open := [i | some i, container in workload.facts.containers; not container.init; container.memoryLimit == false]
	first := open[0]
	names := [workload.facts.containers[i].name | some i in open]
	message := sprintf("%s: %s no limit of memory.", [workload.name, _listed(names)])
}

undecided contains finding.undecided(workload, ["containers", i, "memoryLimit"]) if {
	some workload in _pods
	some i, container in workload.facts.containers
	not container.init
}

examined contains finding.examined(workload) if some workload in _pods

_pods := pods.among(input.subjects.workload)

_listed(names) := sprintf("container %s has", names) if {
	count(names) == 1
} else := sprintf("%d containers have", [count(names)])
