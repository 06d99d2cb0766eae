# METADATA
# title: Machines can be emptied though pods are protected
# description: >-
#   A disruption budget that never lets a pod go stops every upgrade of the cluster at the machine that holds it:
#   draining waits, for hours, until someone deletes the budget in a hurry, with all the protection that it gave.
# related_resources:
#   - ref: https://kubernetes.io/docs/tasks/run-application/configure-pdb/
#     description: Specifying a disruption budget
# custom:
#   severity: warning
#   applies_to: [disruption-budget]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CP-10, MA-2]
#     soc2: [A1.1]
#     iso-27001: [A.8.14]
#   remediation: Let at least one pod go, by maxUnavailable of 1, and run one more replica than must be there.
package planproof.rules.workload["evictions-possible"]

import data.planproof.lib.finding

violation contains finding.at(budget, ["never"], message) if {
	some budget in input.subjects["disruption-budget"]
	budget.facts.never == true
	message := sprintf("%s lets no pod go, so that machines which hold one cannot be emptied.", [budget.name])
}

violation contains finding.at(budget, ["about", i, "spared"], message) if {
	some budget in input.subjects["disruption-budget"]
	not budget.facts.never == true
	some i, one in budget.facts.about
	one.spared == 0
	message := sprintf("%s lets none of the pods of %s go, so that their machines cannot be emptied.", [budget.name, one.workload])
}

undecided contains finding.undecided(budget, ["about", i, "spared"]) if {
	some budget in input.subjects["disruption-budget"]
	not budget.facts.never == true
	some i, _ in budget.facts.about
}
