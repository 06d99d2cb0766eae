# METADATA
# title: The plan names the dashboards that there are
# description: >-
#   Whoever looks for what is wrong at night looks where the plan points. A dashboard that it does not name is found by
#   those who made it. Judged only where the plan names dashboards one by one, and no document or folder that may hold more.
# custom:
#   severity: note
#   applies_to: [dashboard]
#   uses: [plan]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     iso-27001: [A.8.16]
#   remediation: Name the dashboard in the plan under observability.dashboards, or remove it.
package planproof.rules.observability["dashboards-planned"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["title"], message) if {
	some plan in _listing
	some dashboard in input.subjects.dashboard
	every planned in plan.facts.monitoring.dashboards { not _is(planned, dashboard) }
	message := sprintf("Dashboard %s is not in the plan.", [dashboard.name])
}

undecided contains finding.undecided(dashboard, ["title"]) if {
	count(_listing) > 0
	some dashboard in input.subjects.dashboard
}

examined contains finding.examined(dashboard) if {
	count(_listing) > 0
	some dashboard in input.subjects.dashboard
}

_listing := [plan |
	some plan in input.subjects.plan
	count(plan.facts.monitoring.dashboards) > 0
	every planned in plan.facts.monitoring.dashboards { _single(planned) }
]

_single(planned) if is_string(planned.title)

_single(planned) if endswith(planned.reference, ".json")

_is(planned, dashboard) if lower(planned.title) == lower(dashboard.facts.title)

_is(planned, dashboard) if {
	is_string(planned.reference)
	startswith(dashboard.id, planned.reference)
}

_is(_, dashboard) if is_object(dashboard.facts.title)
