# METADATA
# title: Processes cannot gain rights that their container did not start with
# description: >-
#   As long as it may gain privileges, a process that is not root becomes root by any program of its image that is
#   marked to run as its owner. Nothing that is written for containers needs that.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/
#     description: Pod Security Standards
# custom:
#   severity: note
#   applies_to: [workload]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2]
#   remediation: Set allowPrivilegeEscalation to false in the security context of each container.
package planproof.rules.workload["privileges-not-gained"]

import data.planproof.lib.finding
import data.planproof.lib.pods

violation contains finding.at(workload, ["containers", first, "allowPrivilegeEscalation"], message) if {
	some workload in _pods
	gaining := [i | some i, container in workload.facts.containers; _gains(container)]
	first := gaining[0]
	names := [workload.facts.containers[i].name | some i in gaining]
	message := sprintf("%s: processes of %s may gain rights that they did not start with.", [workload.name, _listed(names)])
}

undecided contains finding.undecided(workload, ["containers", i, "allowPrivilegeEscalation"]) if {
	some workload in _pods
	some i, _ in workload.facts.containers
}

examined contains finding.examined(workload) if some workload in _pods

_pods := pods.among(input.subjects.workload)

# Others rules speak of what has all rights from the start.
_gains(container) if {
	container.allowPrivilegeEscalation == true
	not container.privileged == true
}

_listed(names) := sprintf("container %s", names) if {
	count(names) == 1
} else := sprintf("%d containers", [count(names)])
