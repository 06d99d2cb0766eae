# METADATA
# title: Containers do not see folders that the machine is made of
# description: >-
#   A container that is given the machine's own folders reads the passwords, keys and processes of everything that
#   runs there, and where it may write, changes how the machine starts. Only agents of the platform itself have a
#   reason to.
# custom:
#   severity: warning
#   applies_to: [workload]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, SC-39]
#     soc2: [CC6.1]
#     iso-27001: [A.8.22]
#   remediation: Give the container a volume of its own, or only the one file that it needs, read-only.
package planproof.rules.workload["host-folders-not-mounted"]

import data.planproof.lib.finding

violation contains finding.at(workload, ["containers", i, "hostPaths", j, "path"], message) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	some j, mount in container.hostPaths
	is_string(mount.path)
	regex.match(_folder, mount.path)
	message := sprintf("Container %s of %s sees the machine's %s.", [container.name, workload.name, mount.path])
}

undecided contains finding.undecided(workload, ["containers", i, "hostPaths", j, "path"]) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	some j, _ in container.hostPaths
}

# Whole folders of the system, and those below them that hold what opens it.
_folder := `^/(?:(?:bin|boot|dev|etc|home|lib|lib64|proc|root|run|sbin|sys|usr|var|var/lib|var/run)?/?|(?:etc/(?:kubernetes|ssh|pam\.d|sudoers\.d|cron\.d|systemd)|root|boot|var/lib/(?:docker|kubelet|containerd|etcd))(?:/.*)?)$`
