# METADATA
# title: Dashboards say which data source they ask
# description: >-
#   A panel that names no data source asks the one that is the default of the installation, today. When another
#   becomes the default, or a second Prometheus is added, the dashboard shows something else, or nothing.
# custom:
#   severity: note
#   applies_to: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Declare a variable of type datasource, and use it in every panel.
package planproof.rules.observability["dashboard-data-source-chosen"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["choosesDataSource"], message) if {
	some dashboard in input.subjects.dashboard
	dashboard.facts.choosesDataSource == false
	dashboard.facts.fixedDataSources == []
	message := sprintf("Dashboard %s leaves open which data source it asks.", [dashboard.name])
}
