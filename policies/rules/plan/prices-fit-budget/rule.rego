# METADATA
# title: What an environment costs by the plan's prices is within its budget
# description: >-
#   An estimate is what somebody hoped; the sum of what the environment needs, times what each costs, is what the invoice
#   will be at least. Judged where the plan gives prices; traffic and storage come on top.
# custom:
#   severity: error
#   applies_to: [plan]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [SA-2]
#     soc2: [A1.1]
#     iso-27001: [A.8.6]
#   statements:
#     - resources.budget.monthly.<name>.limit
#     - resources.prices[]
#     - resources.prices[].size
#     - resources.prices[].perMonth
#   remediation: Raise the limit under resources.budget.monthly, or use fewer or smaller services.
package planproof.rules.plan["prices-fit-budget"]

import data.planproof.lib.finding

violation contains finding.about(plan, ["budget", "monthly", i, "limit"], message, [place]) if {
	some plan in input.subjects.plan
	some i, month in plan.facts.budget.monthly
	month.priced.total > month.limit
	message := sprintf(
		"Environment %s costs %v a month by the prices of the plan, above its limit of %v: %s%s.",
		[month.environment, month.priced.total, month.limit, month.priced.arithmetic, _rest(month.priced.unpriced)],
	)
	place := finding.place(plan, ["budget", "monthly", i, "priced", "total"], "Its services are stated here")
}

undecided contains finding.undecided_because(plan, ["budget", "monthly", i, "limit"], reason) if {
	some plan in input.subjects.plan
	some i, month in plan.facts.budget.monthly
	month.priced.total <= month.limit
	count(month.priced.unpriced) > 0
	reason := sprintf("the plan gives no price for %s of %s", [concat(", ", month.priced.unpriced), month.environment])
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	some month in plan.facts.budget.monthly
	month.priced != null
}

_rest([]) := ""

_rest(unpriced) := sprintf(" without %s, which the plan gives no price for", [concat(", ", unpriced)]) if {
	count(unpriced) > 0
}
