# METADATA
# title: Services say when they are ready
# description: >-
#   Without a readiness probe a rolling update counts a container as good as soon as it has started: a broken
#   version replaces a working one in full, and traffic reaches it before it can answer.
# custom:
#   severity: warning
#   applies_to: [workload]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-4, SC-5]
#     soc2: [A1.1]
#     iso-27001: [A.8.32]
#   remediation: Add a readinessProbe to the container that serves; in Compose, a healthcheck.
package planproof.rules.workload["readiness-probed"]

import data.planproof.lib.finding

_types := {"Deployment", "StatefulSet", "Rollout", "Compose service", "Fly app"}

violation contains finding.at(workload, ["containers", first, "readinessProbe"], message) if {
	some workload, first in _blind
	workload.facts.serves == true
	message := sprintf("No container of %s %s has a readiness probe.", [workload.facts.type, workload.name])
}

undecided contains finding.undecided(workload, ["serves"]) if some workload, _ in _blind

undecided contains finding.undecided(workload, ["containers", i, "readinessProbe"]) if {
	some workload in input.subjects.workload
	workload.facts.type in _types
	workload.facts.serves == true
	some i, container in workload.facts.containers
	not container.init
}

examined contains finding.examined(workload) if {
	some workload in input.subjects.workload
	workload.facts.type in _types
}

# Workloads without a probe, with their first container.
_blind[workload] := first if {
	some workload in input.subjects.workload
	workload.facts.type in _types
	running := [i | some i, container in workload.facts.containers; not container.init]
	every i in running { workload.facts.containers[i].readinessProbe == false }
	first := running[0]
}
