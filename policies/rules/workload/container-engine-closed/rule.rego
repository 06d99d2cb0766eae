# METADATA
# title: Containers do not control the engine that runs them
# description: >-
#   Whoever can write to the engine's socket starts containers with any rights and any folder of the machine: a
#   break into one container is a break into the machine and into all others on it. Mounting it read-only changes
#   nothing, since a socket is not a file.
# related_resources:
#   - ref: https://docs.docker.com/engine/security/protect-access/
#     description: Protect the Docker daemon socket
# custom:
#   severity: error
#   applies_to: [workload]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, CM-7]
#     soc2: [CC6.1]
#     iso-27001: [A.8.2]
#   remediation: Remove the mount of the socket, or put a proxy before it that allows only the calls that are needed.
package planproof.rules.workload["container-engine-closed"]

import data.planproof.lib.finding

violation contains finding.at(workload, ["containers", i, "hostPaths", j, "path"], message) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	some j, mount in container.hostPaths
	is_string(mount.path)
	regex.match(_socket, mount.path)
	message := sprintf("Container %s of %s controls the engine through %s.", [container.name, workload.name, mount.path])
}

undecided contains finding.undecided(workload, ["containers", i, "hostPaths", j, "path"]) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	some j, _ in container.hostPaths
}

_socket := `/(?:docker|containerd|crio|podman)(?:/(?:docker|containerd|crio|podman))?\.sock$`
