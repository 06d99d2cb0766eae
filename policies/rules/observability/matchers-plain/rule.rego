# METADATA
# title: Matchers are as plain as what they match
# description: >-
#   A regular expression costs more than a comparison, hides what is meant, and invites mistakes: anchors that
#   are there anyway, a pattern that keeps everything, a piece of a label that ought to be a label of its own.
# custom:
#   severity: note
#   applies_to: [query]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Use = or != for plain texts, leave out what matches everything, and give what is looked for inside a value a label of its own.
package planproof.rules.observability["matchers-plain"]

import data.planproof.lib.finding

violation contains finding.at(query, ["patterns", i, "matcher"], message) if {
	some query in input.subjects.query
	some i, pattern in query.facts.patterns
	message := sprintf("%s of %s %s.", [pattern.matcher, query.name, _says(pattern)])
}

_says(pattern) := "matches everything, and can be left out" if pattern.matches == "everything"

_says(pattern) := "looks for a piece of the value, which might be a label of its own" if pattern.matches == "piece"

_says(pattern) := "has anchors, though whole values are matched anyway" if {
	pattern.matches == "anchored"
	pattern.instead == null
}

_says(pattern) := sprintf("says %s", [pattern.instead]) if {
	pattern.matches in {"text", "anchored"}
	pattern.instead != null
}

undecided contains finding.undecided(query, ["expression"]) if {
	some query in input.subjects.query
}
