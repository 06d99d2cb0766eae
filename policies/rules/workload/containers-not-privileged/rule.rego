# METADATA
# title: Containers are not privileged
# description: >-
#   A privileged container has all of the host's capabilities and devices: whoever breaks into it owns the node
#   and everything else that runs there.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/
#     description: Pod Security Standards
# custom:
#   severity: error
#   applies_to: [workload]
#   criteria: [security-compliance]
#   required: true
#   required_for: [containers]
#   controls:
#     nist-800-53: [AC-6, CM-7]
#     soc2: [CC6.1]
#     iso-27001: [A.8.2]
#   remediation: Set privileged to false, and add the single capabilities that the container needs.
package planproof.rules.workload["containers-not-privileged"]

import data.planproof.lib.finding

violation contains finding.at(workload, ["containers", i, "privileged"], message) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	container.privileged == true
	message := sprintf("Container %s of %s is privileged.", [container.name, workload.name])
}

undecided contains finding.undecided(workload, ["containers", i, "privileged"]) if {
	some workload in input.subjects.workload
	some i, _ in workload.facts.containers
}
