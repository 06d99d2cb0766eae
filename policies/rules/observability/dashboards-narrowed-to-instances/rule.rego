# METADATA
# title: Dashboards can be narrowed to one instance
# description: >-
#   One broken machine among twenty hardly moves an average. Whoever looks for it needs to see each by itself, and
#   a dashboard without a variable for that sends them to write queries in the middle of an incident.
# custom:
#   severity: note
#   applies_to: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Declare a variable that chooses among instances, pods or machines, and use it in the queries.
package planproof.rules.observability["dashboards-narrowed-to-instances"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["title"], message) if {
	some dashboard in input.subjects.dashboard
	dashboard.facts.prometheus
	not _narrows(dashboard)
	message := sprintf("Dashboard %s has no variable that chooses among instances.", [dashboard.name])
}

_narrows(dashboard) if {
	some variable in dashboard.facts.variables
	regex.match(`(?i)instance|pod|node|host|server|machine|replica|container|device|broker|shard|target`, variable.name)
}

_narrows(dashboard) if {
	some variable in dashboard.facts.variables
	variable.kind == "adhoc"
}
