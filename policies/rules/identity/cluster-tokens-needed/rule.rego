# METADATA
# title: Pods that name no account of their own get no token of the cluster
# description: >-
#   Every pod is given a token of the API unless it says otherwise. One that runs as the default account of its
#   namespace does not talk to the API by design; whoever breaks in does, with whatever that account is ever given.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting
#     description: Opt out of API credential automounting
# custom:
#   severity: note
#   applies_to: [workload]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, IA-5]
#     soc2: [CC6.1]
#     iso-27001: [A.8.2]
#   remediation: Set automountServiceAccountToken to false in the pod, or on the default service account.
package planproof.rules.identity["cluster-tokens-needed"]

import data.planproof.lib.finding

violation contains finding.at(workload, ["tokenMounted"], message) if {
	some workload in input.subjects.workload
	workload.facts.tokenMounted == true
	workload.facts.serviceAccount == "default"
	message := sprintf("%s gets a token of the cluster as the default account of its namespace.", [workload.name])
}

undecided contains finding.undecided(workload, [fact]) if {
	some workload in _pods
	some fact in ["tokenMounted", "serviceAccount"]
	not _harmless(workload)
}

examined contains finding.examined(workload) if some workload in _pods

_pods := [workload | some workload in input.subjects.workload; _ = workload.facts.tokenMounted]

_harmless(workload) if workload.facts.tokenMounted == false

_harmless(workload) if {
	is_string(workload.facts.serviceAccount)
	workload.facts.serviceAccount != "default"
}
