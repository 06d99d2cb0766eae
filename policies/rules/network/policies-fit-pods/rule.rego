# METADATA
# title: Network policies select pods that there are
# description: >-
#   A network policy whose labels are those of no pod protects nothing, and everyone who reads it thinks that it does.
# custom:
#   severity: warning
#   applies_to: [network-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, CM-6]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20, A.8.22]
#   remediation: Give podSelector the labels of the pod template.
package planproof.rules.network["policies-fit-pods"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["selects"], message) if {
	some policy in input.subjects["network-policy"]
	policy.facts.selects == false
	message := sprintf("%s selects labels that no pod beside it has, and so protects nothing.", [policy.name])
}

undecided contains finding.undecided(policy, ["selects"]) if {
	some policy in input.subjects["network-policy"]
}
