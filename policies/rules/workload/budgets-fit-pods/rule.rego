# METADATA
# title: Disruption budgets select pods that there are
# description: >-
#   A disruption budget whose labels are those of no pod protects nothing, and everyone who reads it thinks that it
#   does.
# custom:
#   severity: warning
#   applies_to: [disruption-budget]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CP-10, CM-6]
#     soc2: [A1.1, A1.2]
#     iso-27001: [A.8.14]
#   remediation: Give the selector of the budget the labels of the pod template.
package planproof.rules.workload["budgets-fit-pods"]

import data.planproof.lib.finding

violation contains finding.at(budget, ["fits"], message) if {
	some budget in input.subjects["disruption-budget"]
	budget.facts.fits == false
	message := sprintf("%s selects labels that no pod beside it has, and so protects nothing.", [budget.name])
}

undecided contains finding.undecided(budget, ["fits"]) if {
	some budget in input.subjects["disruption-budget"]
}
