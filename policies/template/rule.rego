# METADATA
# title: TITLE
# description: >-
#   Why it matters, in whole sentences: a container in the node's network reaches and can listen on everything the node can.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/
#     description: Pod Security Standards
# custom:
#   severity: warning
#   applies_to: [workload]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7]
#   remediation: Say with a verb what to do.
package PACKAGE

import data.planproof.lib.finding

violation contains finding.at(workload, ["hostNetwork"], message) if {
	some workload in input.subjects.workload
	workload.facts.hostNetwork == true
	message := sprintf("%s uses the network of its node.", [workload.name])
}

undecided contains finding.undecided(workload, ["hostNetwork"]) if {
	some workload in input.subjects.workload
}
