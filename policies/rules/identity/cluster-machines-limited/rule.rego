# METADATA
# title: Machines of a cluster may do only what concerns their own pods
# description: >-
#   Without the mode Node the account of one machine reads the secrets of all pods and
#   changes all machines: whoever breaks into one has them all.
# related_resources:
#   - ref: https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#     description: Flags of kube-apiserver
# custom:
#   severity: warning
#   applies_to: [cluster-program]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     soc2: [CC6.3]
#     iso-27001: [A.8.3]
#   remediation: Set --authorization-mode=Node,RBAC.
package planproof.rules.identity["cluster-machines-limited"]

import data.planproof.lib.finding
import data.planproof.lib.program

violation contains finding.at(server, program.path(server, "authorization-mode"), message) if {
	some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
	modes := program.list(server, "authorization-mode")
	"RBAC" in modes
	not "Node" in modes
	message := sprintf("%s does not know machines from others: %s lacks Node.", [server.name, program.value(server, "authorization-mode")])
}

examined contains finding.examined(server) if some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
