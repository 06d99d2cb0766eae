# METADATA
# title: Containers have no more capabilities than containers usually need
# description: >-
#   Of the capabilities of root, engines leave a container a dozen. Each that is added is one more thing that a break-
#   in may do: sniff and forge what other containers send, change the clock of the machine, or its routes.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/
#     description: Pod Security Standards
# custom:
#   severity: note
#   applies_to: [workload]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, CM-7]
#     soc2: [CC6.1]
#     iso-27001: [A.8.2]
#   remediation: Remove the capability, or say beside it what needs it and accept the finding.
package planproof.rules.workload["capabilities-usual"]

import data.planproof.lib.capabilities
import data.planproof.lib.finding

violation contains finding.at(workload, ["containers", i, "capabilitiesAdded"], message) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	not container.privileged == true
	is_array(container.capabilitiesAdded)
	names := {trim_prefix(upper(name), "CAP_") | some name in container.capabilitiesAdded}

	# `workload/capabilities-limited` tells of those that are as good as root.
	found := names - (_usual | capabilities.opening)
	count(found) > 0
	message := sprintf("Container %s of %s has %s, which containers usually do without.", [container.name, workload.name, concat(", ", sort(found))])
}

undecided contains finding.undecided(workload, ["containers", i, "capabilitiesAdded"]) if {
	some workload in input.subjects.workload
	some i, _ in workload.facts.containers
}

# What the baseline of the Pod Security Standards lets pods add.
_usual := {
	"AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE",
	"SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
}
