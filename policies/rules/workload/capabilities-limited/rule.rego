# METADATA
# title: Containers have no capabilities that open the machine
# description: >-
#   Some capabilities are as good as root on the machine: with SYS_ADMIN a process mounts its disks, with SYS_MODULE it
#   loads code into the kernel, with SYS_PTRACE it reads the memory of others. A container with one of them is no wall.
# related_resources:
#   - ref: https://man7.org/linux/man-pages/man7/capabilities.7.html
#     description: Capabilities of Linux
# custom:
#   severity: warning
#   applies_to: [workload]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, CM-7]
#     soc2: [CC6.1]
#     iso-27001: [A.8.2]
#   remediation: Remove the capability, or let an agent of the platform do what needs it.
package planproof.rules.workload["capabilities-limited"]

import data.planproof.lib.capabilities
import data.planproof.lib.finding

violation contains finding.at(workload, ["containers", i, "capabilitiesAdded"], message) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	is_array(container.capabilitiesAdded)
	found := [name | some name in container.capabilitiesAdded; trim_prefix(upper(name), "CAP_") in capabilities.opening]
	count(found) > 0
	message := sprintf("Container %s of %s has %s.", [container.name, workload.name, concat(", ", found)])
}

undecided contains finding.undecided(workload, ["containers", i, "capabilitiesAdded"]) if {
	some workload in input.subjects.workload
	some i, _ in workload.facts.containers
}
