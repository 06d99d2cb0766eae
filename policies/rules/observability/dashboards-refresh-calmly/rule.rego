# METADATA
# title: Open dashboards do not ask all the time
# description: >-
#   Every open page of a dashboard asks all its queries at each refresh. In an incident, when everybody has it
#   open, a refresh every few seconds is load on a monitoring system that is needed most then, and shows nothing
#   that the scrapes have not yet brought.
# custom:
#   severity: note
#   applies_to: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Refresh every 30 seconds, or as often as the metrics are scraped.
package planproof.rules.observability["dashboards-refresh-calmly"]

import data.planproof.lib.finding

_shortest := 10

violation contains finding.at(dashboard, ["refreshSeconds"], message) if {
	some dashboard in input.subjects.dashboard
	is_number(dashboard.facts.refreshSeconds)
	dashboard.facts.refreshSeconds > 0
	dashboard.facts.refreshSeconds < _shortest
	message := sprintf("Dashboard %s asks everything anew every %v seconds.", [dashboard.name, dashboard.facts.refreshSeconds])
}
