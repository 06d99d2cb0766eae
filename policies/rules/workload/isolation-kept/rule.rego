# METADATA
# title: The walls between containers and the machine stand
# description: >-
#   What keeps a container a container are profiles of seccomp and AppArmor, labels of SELinux and a masked /proc.
#   Without one of them a mistake in the program is a way to the kernel that all containers of the machine share;
#   unsafe settings of that kernel reach beyond the pod in any case.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/
#     description: Pod Security Standards
# custom:
#   severity: warning
#   applies_to: [workload]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, SC-39]
#     soc2: [CC6.1]
#     iso-27001: [A.8.22]
#   remediation: Leave the profile, label or setting to the platform, or name one that lets through only what is needed.
package planproof.rules.workload["isolation-kept"]

import data.planproof.lib.finding

violation contains finding.at(workload, ["loosened", i, "what"], message) if {
	some workload in input.subjects.workload
	some i, wall in workload.facts.loosened
	is_string(wall.what)
	message := sprintf("%s: %s.", [workload.name, wall.what])
}
