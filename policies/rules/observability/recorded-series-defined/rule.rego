# METADATA
# title: Recorded series that are asked for are recorded
# description: >-
#   An alert on a series that nothing records never fires, and a panel of it stays empty. It is told where the files record
#   others of the same metric: then this one was renamed, removed, or written with a mistake. Series of which the files
#   record nothing may be recorded elsewhere.
# custom:
#   severity: warning
#   applies_to: [query]
#   uses: [query]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Ask for a series that a recording rule makes, or add the rule.
package planproof.rules.observability["recorded-series-defined"]

import data.planproof.lib.finding

violation contains finding.at(query, ["expression"], message) if {
	some [query, metric, of] in _asked
	not metric in _recorded
	message := sprintf("%s asks for %s, which no rule of the files records, though others of %s are.", [query.name, metric, of])
}

examined contains finding.examined(query) if some [query, _, _] in _asked

# Of metrics that others are recorded of; what a variable of a dashboard names is known when it is shown.
_asked := [[query, metric, parts[1]] |
	some query in input.subjects.query
	query.facts.language != "logql"
	some metric in query.facts.metrics
	not regex.match(`[$\[{]`, metric)
	parts := split(metric, ":")
	count(parts) == 3
	parts[1] in _metrics
]

_recorded := {query.name |
	some query in input.subjects.query
	query.facts.asker == "recording-rule"
}

# The metrics that recorded series are made of, by the middle of their names.
_metrics := {parts[1] |
	some name in _recorded
	parts := split(name, ":")
	count(parts) == 3
}
