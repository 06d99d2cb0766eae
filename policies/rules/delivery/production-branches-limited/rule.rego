# METADATA
# title: Only chosen branches are deployed to production
# description: >-
#   Without a rule for branches, a workflow on any branch may ask for production, with code that nobody has
#   reviewed; only an approver who looks closely notices.
# custom:
#   severity: warning
#   applies_to: [gate]
#   criteria: [delivery-pipeline, security-compliance]
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#     owasp-cicd: [CICD-SEC-1]
#   remediation: Allow production for protected branches or release tags only.
package planproof.rules.delivery["production-branches-limited"]

import data.planproof.lib.finding

violation contains finding.at(gate, ["branchesLimited"], message) if {
	some gate in input.subjects.gate
	gate.facts.production == true
	gate.facts.branchesLimited == false
	message := sprintf("Every branch may be deployed to %s.", [gate.facts.target])
}

undecided contains finding.undecided(gate, [fact]) if {
	some gate in _limiting
	not gate.facts.production == false
	not gate.facts.branchesLimited == true
	some fact in ["production", "branchesLimited"]
}

examined contains finding.examined(gate) if {
	some gate in _limiting
	not gate.facts.production == false
}

# Null says that the system has this elsewhere.
_limiting := [gate |
	some gate in input.subjects.gate
	not gate.facts.branchesLimited == null
]
