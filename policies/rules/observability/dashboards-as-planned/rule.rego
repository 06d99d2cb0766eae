# METADATA
# title: The planned dashboards are there
# description: >-
#   A dashboard that the plan names and the files do not have was made by hand, if at all: it is gone with the
#   installation, and nobody sees who changed it. One that is kept behind an address is not looked for.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   statements:
#     - observability.dashboards
#   remediation: Keep the dashboard in the files under the title that the plan gives it, or correct the plan.
package planproof.rules.observability["dashboards-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["monitoring", "dashboards", i, "title"], message) if {
	some [plan, i, planned] in _titled
	count(input.subjects.dashboard) > 0
	every dashboard in input.subjects.dashboard {
		is_string(dashboard.facts.title)
		lower(dashboard.facts.title) != lower(planned.title)
	}
	message := sprintf("Dashboard %s of the plan is not among the files.", [planned.title])
}

undecided contains finding.undecided_because(plan, ["monitoring", "dashboards", i, "title"], "no dashboard is among the files") if {
	some [plan, i, _] in _titled
	count(input.subjects.dashboard) == 0
}

undecided contains finding.undecided(dashboard, ["title"]) if {
	count(_titled) > 0
	some dashboard in input.subjects.dashboard
}

examined contains finding.examined(plan) if some [plan, _, _] in _titled

# What has a place is looked for there, by the rule on the plan's documents.
_titled := [[plan, i, planned] |
	some plan in input.subjects.plan
	some i, planned in plan.facts.monitoring.dashboards
	is_string(planned.title)
	planned.reference == null
]
