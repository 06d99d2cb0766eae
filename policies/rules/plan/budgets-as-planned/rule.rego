# METADATA
# title: Budgets warn before the planned limit is spent
# description: >-
#   The cloud's budget is what tells that an environment costs more than planned. One whose limit is above the plan's, or
#   that tells nobody, is silent until the invoice comes; so is an environment that was left out when the others got one.
# custom:
#   severity: warning
#   applies_to: [budget, plan-environment]
#   uses: [plan]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [SA-2]
#     soc2: [A1.1]
#     iso-27001: [A.8.6]
#   statements:
#     - resources.budget.monthly.<name>.limit
#   remediation: Set the budget's limit to the plan's, say whom it tells, and give each environment one.
package planproof.rules.plan["budgets-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(budget, ["limit"], message, [place]) if {
	some budget in input.subjects.budget
	monthly := _monthly(budget.facts)
	planned := _planned(budget)
	not _other_currency(budget, planned)
	monthly > planned.limit
	not _within(budget, planned.limit)
	message := sprintf("Budget %s allows %v a month, above the %v planned for %s.", [budget.name, monthly, planned.limit, budget.environment])
	place := finding.place(planned.plan, ["budget", "monthly", planned.index, "limit"], "The plan's limit is here")
}

violation contains finding.at(budget, ["notified"], message) if {
	some budget in input.subjects.budget
	_planned(budget)
	budget.facts.notified == []
	message := sprintf("Budget %s tells nobody.", [budget.name])
}

violation contains finding.at(environment, ["budgeted"], message) if {
	some environment in input.subjects["plan-environment"]
	_judged(environment)
	every budget in input.subjects.budget {
		budget.environment != environment.name
	}
	message := sprintf("Environment %s is provisioned without the budget that other environments have.", [environment.name])
}

undecided contains finding.undecided(budget, [fact]) if {
	some budget in input.subjects.budget
	_planned(budget)
	some fact in ["limit", "period", "currency", "notified"]
}

undecided contains finding.undecided_because(budget, ["currency"], reason) if {
	some budget in input.subjects.budget
	planned := _planned(budget)
	_other_currency(budget, planned)
	reason := sprintf("the plan counts in %s, and the budget in %s", [planned.currency, budget.facts.currency])
}

examined contains finding.examined(budget) if {
	some budget in input.subjects.budget
	_planned(budget)
}

examined contains finding.examined(environment) if {
	some environment in input.subjects["plan-environment"]
	_judged(environment)
}

_months := {"month": 1, "quarter": 3, "year": 12}

_monthly(facts) := facts.limit / _months[facts.period] if is_number(facts.limit)

_planned(budget) := {"plan": plan, "index": i, "limit": month.limit, "currency": plan.facts.budget.currency} if {
	some plan in input.subjects.plan
	some i, month in plan.facts.budget.monthly
	month.environment == budget.environment
}

_other_currency(budget, planned) if {
	is_string(budget.facts.currency)
	is_string(planned.currency)
	budget.facts.currency != planned.currency
}

# One that warns in time makes those above it second steps; one for a part of the costs does not do so for the whole.
_within(budget, limit) if {
	some other in input.subjects.budget
	other.environment == budget.environment
	other.facts.partial == budget.facts.partial
	_monthly(other.facts) <= limit
}

# Where files define budgets, none of which may be for everything, and have infrastructure of an environment that is to
# have one.
_judged(environment) if {
	environment.facts.budgeted
	count(environment.facts.foundStacks) > 0
	count(input.subjects.budget) > 0
	every budget in input.subjects.budget {
		is_string(budget.environment)
	}
}
