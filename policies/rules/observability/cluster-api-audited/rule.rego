# METADATA
# title: The API server writes down who did what
# description: >-
#   Without an audit log nobody can tell afterwards who read a secret, started a shell in a pod or gave themselves a
#   role.
# related_resources:
#   - ref: https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#     description: Flags of kube-apiserver
# custom:
#   severity: warning
#   applies_to: [cluster-program]
#   criteria: [security-compliance, monitoring-alerting]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     cis-controls: ["8.2", "8.5"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#   remediation: Set --audit-log-path and --audit-policy-file, and bring the log to where the others are.
package planproof.rules.observability["cluster-api-audited"]

import data.planproof.lib.finding
import data.planproof.lib.program

violation contains finding.at(server, [], message) if {
	some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
	not _audits(server)
	message := sprintf("%s writes no audit log.", [server.name])
}

_audits(server) if {
	some flag in ["audit-log-path", "audit-webhook-config-file"]
	program.value(server, flag) != ""
}

examined contains finding.examined(server) if some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
