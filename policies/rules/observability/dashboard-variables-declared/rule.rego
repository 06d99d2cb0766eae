# METADATA
# title: Dashboards declare the variables that they use
# description: >-
#   Grafana leaves an undeclared variable as it is written: the query selects nothing, and the panel says "No
#   data", as if all were quiet.
# custom:
#   severity: warning
#   applies_to: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Declare the variable in the dashboard, or write the value.
package planproof.rules.observability["dashboard-variables-declared"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["undeclaredVariables", i], message) if {
	some dashboard in _grafana
	some i, name in dashboard.facts.undeclaredVariables
	message := sprintf("Dashboard %s uses the variable %s, and does not declare it.", [dashboard.name, name])
}

examined contains finding.examined(dashboard) if some dashboard in _grafana

# Those of clouds have no such thing.
_grafana := [dashboard | some dashboard in input.subjects.dashboard; dashboard.facts.system == "grafana"]
