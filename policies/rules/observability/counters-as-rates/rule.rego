# METADATA
# title: Alerts ask how fast counters grow
# description: >-
#   A counter only grows until its process ends: compared as it is, the alert fires some day and never clears,
#   or falls silent with each restart, whatever goes on.
# custom:
#   severity: warning
#   applies_to: [query]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Compare rate() or increase() of the counter over a few minutes.
package planproof.rules.observability["counters-as-rates"]

import data.planproof.lib.finding

violation contains finding.at(query, ["comparedCounters", i], message) if {
	some query in input.subjects.query
	query.facts.asker == "alert"
	some i, counter in query.facts.comparedCounters
	message := sprintf("Alert %s compares the counter %s as it is.", [query.name, counter])
}

undecided contains finding.undecided(query, ["expression"]) if {
	some query in input.subjects.query
	query.facts.asker == "alert"
}

examined contains finding.examined(query) if {
	some query in input.subjects.query
	query.facts.asker == "alert"
}
