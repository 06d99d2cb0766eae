# METADATA
# title: Nobody approves their own deployment
# description: >-
#   An approval that may come from the person who started the deployment is a second click, not a second
#   person: one account that is taken over is enough to change production.
# custom:
#   severity: warning
#   applies_to: [gate]
#   criteria: [delivery-pipeline, security-compliance]
#   controls:
#     nist-800-53: [AC-5, CM-5]
#     soc2: [CC8.1]
#     iso-27001: [A.5.3]
#     pci-dss: ["6.5.4"]
#     owasp-cicd: [CICD-SEC-1]
#   statements:
#     - delivery.environments.<name>.approvals.preventSelfReview
#   remediation: Forbid that who started a deployment approves it.
package planproof.rules.delivery["approvers-independent"]

import data.planproof.lib.finding

violation contains finding.at(gate, ["preventSelfReview"], message) if {
	some gate in _asking
	gate.facts.production == true
	gate.facts.preventSelfReview == false
	message := sprintf("Whoever deploys to %s may approve it, too.", [gate.facts.target])
}

undecided contains finding.undecided(gate, [fact]) if {
	some gate in _asking
	not gate.facts.production == false
	not gate.facts.preventSelfReview == true
	some fact in ["production", "preventSelfReview"]
}

examined contains finding.examined(gate) if {
	some gate in _asking
	not gate.facts.production == false
}

# That nobody is asked at all is said of the jobs that deploy; null says that others are asked elsewhere.
_asking := [gate |
	some gate in input.subjects.gate
	not gate.facts.reviewers in {0, null}
]
