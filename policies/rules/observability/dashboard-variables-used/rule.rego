# METADATA
# title: Variables of a dashboard choose something
# description: >-
#   A variable that nothing uses is still shown at the top of the dashboard. Whoever chooses with it in an
#   incident believes to see one service, and sees all of them.
# custom:
#   severity: note
#   applies_to: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Use the variable in the queries, or remove it.
package planproof.rules.observability["dashboard-variables-used"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["variables", i, "used"], message) if {
	some dashboard in input.subjects.dashboard
	some i, variable in dashboard.facts.variables
	variable.used == false
	dashboard.facts.panels > 0
	message := sprintf("Nothing in dashboard %s uses its variable %s.", [dashboard.name, variable.name])
}
