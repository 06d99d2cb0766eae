# METADATA
# title: The API server answers by TLS alone
# description: >-
#   On its insecure port the API server asks nobody who they are and looks at no role: whoever reaches it is the
#   administrator. A secure port of 0 leaves that one alone.
# related_resources:
#   - ref: https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#     description: Flags of kube-apiserver
# custom:
#   severity: error
#   applies_to: [cluster-program]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8, AC-17]
#     soc2: [CC6.7]
#     iso-27001: [A.8.20, A.8.24]
#   remediation: Remove the flags of the insecure port, and leave the secure port at 6443.
package planproof.rules.network["cluster-api-secured"]

import data.planproof.lib.finding
import data.planproof.lib.program

violation contains finding.at(server, program.path(server, flag), message) if {
	some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
	some flag in ["insecure-bind-address", "insecure-port"]
	not program.value(server, flag) in {"", "0"}
	message := sprintf("%s answers without TLS, and without asking who calls: %s is %s.", [server.name, flag, program.value(server, flag)])
}

violation contains finding.at(server, program.path(server, "secure-port"), message) if {
	some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
	program.value(server, "secure-port") == "0"
	message := sprintf("%s does not answer by TLS: its secure port is 0.", [server.name])
}

examined contains finding.examined(server) if some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
