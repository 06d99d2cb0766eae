# METADATA
# title: Windows of rates hold several samples
# description: >-
#   Rates need two samples in their window. One that is shorter than two intervals of collection is empty most of the
#   time, and the alert on it silent.
# custom:
#   severity: warning
#   applies_to: [query]
#   uses: [scrape, metrics-collector]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Make the window at least four times as long as the interval of collection.
package planproof.rules.observability["rate-windows-hold-samples"]

import data.planproof.lib.collection
import data.planproof.lib.finding

violation contains finding.at(query, ["rateWindows", i], message) if {
	some [query, interval] in _asked
	some i, window in query.facts.rateWindows
	window < 2 * interval
	message := sprintf(
		"The window of %v s in %s is shorter than two intervals of collection, which are %v s.",
		[window, query.name, 2 * interval],
	)
}

undecided contains finding.undecided(query, ["expression"]) if {
	some query in input.subjects.query
	count(collection.scrapes(query, input.subjects["metrics-collector"], input.subjects.scrape)) > 0
}

examined contains finding.examined(query) if some [query, _] in _asked

# The shortest interval that any job has: a longer one may be another's.
_asked := [[query, min(intervals)] |
	some query in input.subjects.query
	count(query.facts.rateWindows) > 0
	intervals := [scrape.facts.intervalSeconds |
		some scrape in collection.scrapes(query, input.subjects["metrics-collector"], input.subjects.scrape)
		is_number(scrape.facts.intervalSeconds)
	]
	count(intervals) > 0
]
