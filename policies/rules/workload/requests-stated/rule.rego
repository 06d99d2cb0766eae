# METADATA
# title: Containers say how much they ask for
# description: >-
#   The scheduler packs machines by what containers ask for. One that asks for nothing is put anywhere, is the first to
#   be ended when memory runs short, and no autoscaler can tell how full it is.
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
#   remediation: State resources.requests for cpu and memory, as measured under load.
package planproof.rules.workload["requests-stated"]

import data.planproof.lib.finding
import data.planproof.lib.pods

violation contains finding.at(workload, ["containers", first, "requests", resource], message) if {
	some workload in _pods
	lacking := [[i, name] |
		some i, container in workload.facts.containers
		not container.init
		some name in ["cpu", "memory"]
		_silent(container, name)
	]
	[first, resource] := lacking[0]
	names := {workload.facts.containers[i].name | some [i, _] in lacking}
	what := {name | some [_, name] in lacking}
	message := sprintf("%s: %s for %s.", [workload.name, _listed(names), concat(" and ", sort(what))])
}

undecided contains finding.undecided(workload, ["containers", i, "requests", name]) if {
	some workload in _pods
	some i, container in workload.facts.containers
	not container.init
	some name in ["cpu", "memory"]
}

examined contains finding.examined(workload) if some workload in _pods

_pods := pods.among(input.subjects.workload)

_silent(container, name) if {
	container.requests[name] == null
	not _stated_for_the_pod(container, name)
}

_stated_for_the_pod(container, name) if {
	name == "cpu"
	container.cpuRequest == true
}

_stated_for_the_pod(container, name) if {
	name == "memory"
	container.memoryLimit == true
}

_listed(names) := sprintf("container %s does not ask", [name]) if {
	count(names) == 1
	some name in names
} else := sprintf("%d containers do not ask", [count(names)])
