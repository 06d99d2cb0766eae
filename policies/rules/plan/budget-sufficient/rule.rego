# METADATA
# title: Every environment has a budget that covers its estimate
# description: >-
#   An environment without a budget is switched off by whoever reads the invoice, and an estimate above the
#   limit is known to fail before the first month.
# custom:
#   severity: error
#   applies_to: [plan-environment, plan]
#   criteria: [timeline-resources]
#   required: true
#   controls:
#     nist-800-53: [SA-2]
#     soc2: [A1.1]
#     iso-27001: [A.8.6]
#   statements:
#     - resources.budget.monthly.<name>
#   remediation: State limit and estimate under resources.budget.monthly, and raise the one or lower the other.
package planproof.rules.plan["budget-sufficient"]

import data.planproof.lib.finding

violation contains finding.at(environment, ["budgeted"], message) if {
	some environment in input.subjects["plan-environment"]
	environment.facts.budgeted == false
	message := sprintf("Environment %s has no budget.", [environment.name])
}

violation contains finding.at(plan, ["budget", "monthly", i, "estimate"], message) if {
	some plan in input.subjects.plan
	some i, month in plan.facts.budget.monthly
	is_number(month.estimate)
	month.estimate > month.limit
	message := sprintf("Environment %v is estimated at %v a month, above its limit of %v.", [month.environment, month.estimate, month.limit])
}

examined contains {"kind": environment.kind, "id": environment.id} if {
	some environment in input.subjects["plan-environment"]
}
