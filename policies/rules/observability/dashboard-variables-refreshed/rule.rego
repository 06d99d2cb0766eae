# METADATA
# title: Variables ask for their values anew
# description: >-
#   A variable that never asks again offers what there was when the dashboard was saved: new services and machines
#   cannot be chosen, and those that are gone can.
# custom:
#   severity: note
#   applies_to: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Refresh the variable when the dashboard is loaded, or when the time changes.
package planproof.rules.observability["dashboard-variables-refreshed"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["variables", i, "refreshed"], message) if {
	some dashboard in input.subjects.dashboard
	some i, variable in dashboard.facts.variables
	variable.refreshed == "never"
	message := sprintf("Variable %s of dashboard %s never asks for its values anew.", [variable.name, dashboard.name])
}
