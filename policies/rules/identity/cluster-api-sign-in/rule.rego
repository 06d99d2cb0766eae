# METADATA
# title: The API server lets nobody in by passwords, fixed tokens or without signing in
# description: >-
#   Passwords and tokens in a file of the API server are kept as they are, never expire, and change only when it is
#   started anew. Where requests without a name are let in, the roles of a cluster are all that keeps anyone out.
# related_resources:
#   - ref: https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#     description: Flags of kube-apiserver
# custom:
#   severity: error
#   applies_to: [cluster-program]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-2, IA-5]
#     soc2: [CC6.1]
#     iso-27001: [A.8.5]
#   remediation: Remove the flag, and let users sign in by an identity provider and programs by service accounts.
package planproof.rules.identity["cluster-api-sign-in"]

import data.planproof.lib.finding
import data.planproof.lib.program

violation contains finding.at(server, program.path(server, flag), message) if {
	some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
	some flag, why in _files
	program.value(server, flag) != ""
	message := sprintf("%s lets users in by %s.", [server.name, why])
}

violation contains finding.at(server, program.path(server, "anonymous-auth"), message) if {
	some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
	lower(program.value(server, "anonymous-auth")) == "true"
	message := sprintf("%s answers requests without a name, as it is told to.", [server.name])
}

_files := {"token-auth-file": "tokens that are kept in a file", "basic-auth-file": "passwords that are kept in a file"}

examined contains finding.examined(server) if some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
