# METADATA
# title: Recorded series are named as such
# description: >-
#   A colon in its name tells a recorded series from what programs state themselves, and by custom its parts say by
#   which labels it is kept apart, of what it is made, and how. Where no other recorded series of the files follows the
#   custom, nothing is said of it.
# custom:
#   severity: note
#   applies_to: [query]
#   uses: [query]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Name it as in job:http_requests_total:rate5m.
package planproof.rules.observability["records-named"]

import data.planproof.lib.finding

violation contains finding.at(query, [], message) if {
	some query in input.subjects.query
	query.facts.asker == "recording-rule"
	not contains(query.name, ":")
	_customary
	message := sprintf("The recorded series %s is named like one of a program.", [query.name])
}

examined contains finding.examined(query) if {
	some query in input.subjects.query
	query.facts.asker == "recording-rule"
}

_customary if {
	some query in input.subjects.query
	query.facts.asker == "recording-rule"
	contains(query.name, ":")
}
