# METADATA
# title: The store of a cluster has certificates that someone issued
# description: >-
#   With certificates that it makes for itself, nobody can tell whether they talk to etcd or to someone in between, and
#   etcd holds every secret of the cluster.
# related_resources:
#   - ref: https://etcd.io/docs/v3.5/op-guide/security/
#     description: Transport security model of etcd
# custom:
#   severity: warning
#   applies_to: [cluster-program]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8, SC-17]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#   remediation: Set --cert-file and --key-file, for peers --peer-cert-file and --peer-key-file, and remove the flag.
package planproof.rules.encryption["etcd-certificates-issued"]

import data.planproof.lib.finding
import data.planproof.lib.program

violation contains finding.at(server, program.path(server, flag), message) if {
	some server in program.named(input.subjects["cluster-program"], "etcd")
	some flag, whom in {"auto-tls": "clients", "peer-auto-tls": "its peers"}
	lower(program.value(server, flag)) == "true"
	message := sprintf("%s makes its own certificates towards %s.", [server.name, whom])
}

examined contains finding.examined(server) if some server in program.named(input.subjects["cluster-program"], "etcd")
