# METADATA
# title: Workloads keep old versions to go back to
# description: >-
#   A workload with a history of zero forgets its former version at once: rolling back then means building
#   and deploying anew, in the middle of an incident.
# custom:
#   severity: error
#   applies_to: [workload]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CM-2(3), CP-10]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Set revisionHistoryLimit to at least 1, or remove it.
package planproof.rules.rollback["history-kept"]

import data.planproof.lib.finding

_types := {"Deployment", "StatefulSet", "DaemonSet", "Rollout"}

violation contains finding.at(workload, ["revisionHistoryLimit"], message) if {
	some workload in input.subjects.workload
	workload.facts.type in _types
	workload.facts.revisionHistoryLimit == 0
	message := sprintf("%s %s keeps no old version to go back to.", [workload.facts.type, workload.name])
}

undecided contains finding.undecided(workload, ["revisionHistoryLimit"]) if {
	some workload in input.subjects.workload
	workload.facts.type in _types
}

examined contains {"kind": workload.kind, "id": workload.id} if {
	some workload in input.subjects.workload
	workload.facts.type in _types
}
