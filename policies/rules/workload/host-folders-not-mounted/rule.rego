# METADATA
# title: Containers do not see folders that the machine is made of
# description: >-
#   A container that is given the machine's own folders reads the passwords, keys and processes of everything that
#   runs there, and where it may write, changes how the machine starts. Agents that watch the machine
#   have a reason to, read-only, and only for what tells how it is.
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
import data.planproof.lib.unknown

violation contains finding.at(workload, ["containers", i, "hostPaths", j, "path"], message) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	some j, mount in container.hostPaths
	_shown(mount)
	not _watched(workload, mount)
	message := sprintf("Container %s of %s sees the machine's %s.", [container.name, workload.name, mount.path])
}

undecided contains finding.undecided(workload, ["containers", i, "hostPaths", j, "path"]) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	some j, _ in container.hostPaths
}

undecided contains finding.undecided(workload, ["containers", i, "hostPaths", j, "readOnly"]) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	some j, mount in container.hostPaths
	_shown(mount)
	_watched(workload, mount)
}

# An agent that measures disks needs to see them all. As root it may read each file of them, too.
undecided contains finding.undecided_because(workload, ["containers", i, "hostPaths", j, "path"], reason) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	some j, mount in container.hostPaths
	_shown(mount)
	_watched(workload, mount)
	not regex.match(_measures, mount.path)
	not container.runAsNonRoot == true
	reason := sprintf("%s watches the machine, and as root could read every file below %s, which the files do not tell", [container.name, mount.path])
}

_shown(mount) if {
	is_string(mount.path)
	regex.match(_folder, mount.path)
}

# Its purpose is to watch the machine that it runs on, and it cannot change it by this mount.
_watched(workload, mount) if {
	_not_writable(mount)
	regex.match(_watchable, mount.path)
	_agent(workload, mount)
}

_not_writable(mount) if mount.readOnly == true

_not_writable(mount) if unknown.is(mount.readOnly)

_agent(workload, _) if workload.facts.type == "DaemonSet"

_agent(workload, _) if workload.facts.hostPid == true

_agent(_, mount) if mount.watched == true

# Where the engine keeps what containers print; Compose has no word for one of each machine.
_agent(workload, mount) if {
	workload.facts.type == "Compose service"
	regex.match(`^/var/lib/docker/containers/?$`, mount.path)
}

# What tells how the machine is, and what its containers print.
_measures := `^/(?:proc|sys|var/lib/docker/containers)/?$`

_watchable := `^/(?:|proc/?|sys/?|var/lib/docker/?|var/lib/docker/containers/?)$`

# Whole folders of the system, and those below them that hold what opens it.
_folder := `^/(?:(?:bin|boot|dev|etc|home|lib|lib64|proc|root|run|sbin|sys|usr|var|var/lib|var/run)?/?|(?:etc/(?:kubernetes|ssh|pam\.d|sudoers\.d|cron\.d|systemd)|root|boot|var/lib/(?:docker|kubelet|containerd|etcd))(?:/.*)?)$`
