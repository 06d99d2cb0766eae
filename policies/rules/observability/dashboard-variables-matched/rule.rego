# METADATA
# title: Variables of several values are matched by pattern
# description: >-
#   Of several chosen values Grafana makes a pattern, `a|b`. A matcher that compares it as a text finds nothing,
#   and the panel is empty as soon as a second value, or all of them, are chosen.
# custom:
#   severity: warning
#   applies_to: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Match the variable with `=~` or `!~`.
package planproof.rules.observability["dashboard-variables-matched"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["severalAsOne", i], message) if {
	some dashboard in input.subjects.dashboard
	some i, matcher in dashboard.facts.severalAsOne
	message := sprintf("Dashboard %s compares a variable of several values as one text: %s.", [dashboard.name, matcher])
}
