# METADATA
# title: The store of a cluster answers only who shows a certificate
# description: >-
#   The store, etcd, holds every secret of the cluster and knows no roles: whoever it answers reads and changes all of
#   it.
# related_resources:
#   - ref: https://etcd.io/docs/v3.5/op-guide/security/
#     description: Transport security model of etcd
# custom:
#   severity: error
#   applies_to: [cluster-program]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-3, AC-3]
#     soc2: [CC6.1]
#     iso-27001: [A.8.5]
#   remediation: Set --client-cert-auth and --peer-client-cert-auth to true, with the authorities that issue their certificates.
package planproof.rules.identity["etcd-callers-known"]

import data.planproof.lib.finding
import data.planproof.lib.program

violation contains finding.at(server, _path(server, flag), message) if {
	some server in program.named(input.subjects["cluster-program"], "etcd")
	not program.value(server, "config-file")
	some flag, whom in {"client-cert-auth": "clients", "peer-client-cert-auth": "peers"}
	not _asks(server, flag)
	message := sprintf("%s asks %s for no certificate.", [server.name, whom])
}

_asks(server, flag) if lower(program.value(server, flag)) == "true"

_path(server, flag) := path if {
	path := program.path(server, flag)
} else := []

examined contains finding.examined(server) if some server in program.named(input.subjects["cluster-program"], "etcd")
