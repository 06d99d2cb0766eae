# METADATA
# title: The API server looks at what each caller may do
# description: >-
#   With the mode AlwaysAllow, which is also what the API server does when no mode is stated, everyone who is let in
#   may do everything. Roles are looked at only by the mode RBAC.
# related_resources:
#   - ref: https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#     description: Flags of kube-apiserver
# custom:
#   severity: error
#   applies_to: [cluster-program]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     soc2: [CC6.3]
#     iso-27001: [A.8.3]
#   remediation: Set --authorization-mode=Node,RBAC.
package planproof.rules.identity["cluster-api-authorizes"]

import data.planproof.lib.finding
import data.planproof.lib.program

violation contains finding.at(server, program.path(server, "authorization-mode"), message) if {
	some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
	"AlwaysAllow" in program.list(server, "authorization-mode")
	message := sprintf("%s allows everyone everything, by the mode AlwaysAllow.", [server.name])
}

violation contains finding.at(server, [], message) if {
	some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
	not program.value(server, "authorization-mode")
	server.facts.configured == false
	message := sprintf("%s states no mode of authorization, and so allows everyone everything.", [server.name])
}

violation contains finding.at(server, program.path(server, "authorization-mode"), message) if {
	some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
	modes := program.list(server, "authorization-mode")
	count(modes & {"RBAC", "AlwaysAllow", "Webhook"}) == 0
	message := sprintf("%s does not look at roles: %s lacks RBAC.", [server.name, program.value(server, "authorization-mode")])
}

examined contains finding.examined(server) if some server in program.named(input.subjects["cluster-program"], "kube-apiserver")
