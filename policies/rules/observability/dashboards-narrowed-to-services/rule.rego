# METADATA
# title: Dashboards show one service at a time
# description: >-
#   Series of the same name come from many services. A dashboard that neither names a service in its queries nor
#   lets people choose one shows the sum of all of them, in which none can be seen.
# custom:
#   severity: note
#   applies_to: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Declare a variable that chooses among jobs, services or namespaces, and use it in the queries.
package planproof.rules.observability["dashboards-narrowed-to-services"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["title"], message) if {
	some dashboard in input.subjects.dashboard
	dashboard.facts.prometheus
	dashboard.facts.services == []
	not _narrows(dashboard)
	message := sprintf("Dashboard %s neither names a service nor has a variable that chooses one.", [dashboard.name])
}

_narrows(dashboard) if {
	some variable in dashboard.facts.variables
	regex.match(`(?i)job|service|app|component|workload|deploy|namespace|cluster|release|team|project|tenant|env`, variable.name)
}

_narrows(dashboard) if {
	some variable in dashboard.facts.variables
	variable.kind == "adhoc"
}
