# METADATA
# title: What serves from several pods keeps some of them when machines are emptied
# description: >-
#   An upgrade of the cluster empties machine after machine. Without a disruption budget it may take all pods of a
#   service at once, though there are several for exactly that.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
#     description: Disruptions
# custom:
#   severity: note
#   applies_to: [workload]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CP-10]
#     soc2: [A1.1, A1.2]
#     iso-27001: [A.8.14]
#   remediation: Add a PodDisruptionBudget that selects the pods, with maxUnavailable of 1.
package planproof.rules.workload["evictions-limited"]

import data.planproof.lib.finding

violation contains finding.at(workload, ["budgeted"], message) if {
	some workload in _replicated
	workload.facts.budgeted == false
	is_number(workload.facts.replicas)
	workload.facts.replicas > 1
	message := sprintf("%s runs %d pods, all of which may be taken away at once.", [workload.name, workload.facts.replicas])
}

undecided contains finding.undecided(workload, [fact]) if {
	some workload in _replicated
	not workload.facts.budgeted == true
	some fact in ["budgeted", "replicas"]
}

examined contains finding.examined(workload) if some workload in _replicated

_replicated := [workload |
	some workload in input.subjects.workload
	workload.facts.type in {"Deployment", "StatefulSet", "Rollout", "ReplicaSet"}
	_ = workload.facts.budgeted
]
