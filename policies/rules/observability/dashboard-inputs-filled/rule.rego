# METADATA
# title: Dashboards that files give leave nothing to fill in
# description: >-
#   A dashboard that was exported for sharing asks whoever imports it for its data sources. Nobody is asked when a
#   file or a ConfigMap gives it to an installation: its panels look for a data source that is called `${DS_…}`,
#   and stay empty.
# custom:
#   severity: warning
#   applies_to: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Export the dashboard without sharing it, or use a variable of type datasource instead of the input.
package planproof.rules.observability["dashboard-inputs-filled"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["inputs", 0], message) if {
	some dashboard in input.subjects.dashboard
	dashboard.facts.provisioned
	some input_name in [dashboard.facts.inputs[0]]
	message := sprintf("Dashboard %s still asks for its input %s.", [dashboard.name, input_name])
}
