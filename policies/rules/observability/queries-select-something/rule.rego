# METADATA
# title: Matchers of expressions select something
# description: >-
#   A matcher that no series can meet leaves an expression empty for ever: the alert on it never fires, however
#   bad things are.
# custom:
#   severity: warning
#   applies_to: [query]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Write a matcher that series can meet, or leave it out.
package planproof.rules.observability["queries-select-something"]

import data.planproof.lib.finding

violation contains finding.at(query, ["patterns", i, "matcher"], message) if {
	some query in input.subjects.query
	some i, pattern in query.facts.patterns
	pattern.matches == "nothing"
	message := sprintf("%s of %s matches no series at all.", [pattern.matcher, query.name])
}

undecided contains finding.undecided(query, ["expression"]) if {
	some query in input.subjects.query
}
