# METADATA
# title: Containers do not run as root
# description: >-
#   A process that runs as root inside a container is root on the node as soon as it escapes. Running as
#   another user costs one line and turns many escapes into nothing.
# custom:
#   severity: warning
#   applies_to: [workload]
#   uses: [image-build]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2]
#   remediation: Set runAsNonRoot to true in the security context of the pod or the container; in Compose, set user.
package planproof.rules.workload["containers-not-root"]

import data.planproof.lib.finding

violation contains finding.at(workload, ["containers", i, "runAsNonRoot"], message) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	container.runAsNonRoot == false
	not _said_of_its_image(container)
	message := sprintf("Container %s of %s may run as root.", [container.name, workload.name])
}

undecided contains finding.undecided(workload, ["containers", i, "runAsNonRoot"]) if {
	some workload in input.subjects.workload
	some i, _ in workload.facts.containers
}

# What is built here and runs as root is one mistake, and `workload/images-not-root` names it.
_said_of_its_image(container) if {
	container.builtFrom.stage == null
	some build in input.subjects["image-build"]
	build.facts.path == container.builtFrom.file
	build.facts.root == true
}
