# METADATA
# title: Jobs that alerts ask for are collected
# description: >-
#   An alert on a job that nothing collects finds no series: it cannot fire, or, with absent(), fires for ever.
# custom:
#   severity: warning
#   applies_to: [query]
#   uses: [scrape, metrics-collector]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, CA-7]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Name a job of the configuration that loads the rules, or add the job to it.
package planproof.rules.observability["queried-jobs-collected"]

import data.planproof.lib.collection
import data.planproof.lib.finding

violation contains finding.at(query, ["jobs", i], message) if {
	some [query, scrapes] in _asked
	every scrape in scrapes { is_string(scrape.facts.job) }
	some i, job in query.facts.jobs
	not _collected(scrapes, job)
	message := sprintf("%s asks for the job %s, which nothing collects.", [query.name, job])
}

undecided contains finding.undecided_because(query, ["jobs", i], reason) if {
	some [query, scrapes] in _asked
	some i, job in query.facts.jobs
	not _collected(scrapes, job)
	unclear := [scrape |
		some scrape in scrapes
		not is_string(scrape.facts.job)
	]
	count(unclear) > 0
	reason := sprintf("the job of what %s collects is not known", [unclear[0].name])
}

examined contains finding.examined(query) if some [query, _] in _asked

_asked := [[query, scrapes] |
	some query in input.subjects.query
	count(query.facts.jobs) > 0
	scrapes := collection.scrapes(query, input.subjects["metrics-collector"], input.subjects.scrape)
	count(scrapes) > 0
]

_collected(scrapes, job) if {
	some scrape in scrapes
	scrape.facts.job == job
}
