# METADATA
# title: Expressions are ones that Prometheus accepts
# description: >-
#   Prometheus refuses a whole rule file for one expression that is no PromQL or of a wrong type: none of the alerts
#   in it is there any more, and nothing tells but a failed reload.
# custom:
#   severity: error
#   applies_to: [query]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Correct the expression, and check rule files with promtool before they are loaded.
package planproof.rules.observability["queries-valid"]

import data.planproof.lib.finding

violation contains finding.at(query, ["errors", i], message) if {
	some query in input.subjects.query
	some i, error in query.facts.errors
	message := sprintf("The expression of %s %s.", [query.name, error])
}

undecided contains finding.undecided(query, ["expression"]) if {
	some query in input.subjects.query
	query.facts.errors == []
}
