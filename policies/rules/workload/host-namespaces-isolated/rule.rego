# METADATA
# title: Workloads do not share the host's namespaces
# description: >-
#   A workload in the host's network, process or IPC namespace sees and reaches what the other workloads of
#   the node do, past every network policy. Only agents of the platform itself have a reason to.
# custom:
#   severity: warning
#   applies_to: [workload]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-39, CM-7]
#     iso-27001: [A.8.22]
#   remediation: Remove hostNetwork, hostPID and hostIPC; in Compose, the mode host of network, pid and ipc.
package planproof.rules.workload["host-namespaces-isolated"]

import data.planproof.lib.finding

_namespaces := {"hostNetwork": "network", "hostPid": "process", "hostIpc": "IPC"}

violation contains finding.at(workload, [fact], message) if {
	some workload in input.subjects.workload
	some fact, namespace in _namespaces
	workload.facts[fact] == true
	message := sprintf("%s %s shares the host's %s namespace.", [workload.facts.type, workload.name, namespace])
}

undecided contains finding.undecided(workload, [fact]) if {
	some workload in input.subjects.workload
	some fact, _ in _namespaces
}
