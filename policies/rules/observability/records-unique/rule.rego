# METADATA
# title: Series are recorded once
# description: >-
#   Two rules that record the same series with the same labels write two values at one time, of which the store refuses
#   one: which, is chance.
# custom:
#   severity: warning
#   applies_to: [query]
#   by_name: true
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Remove one of them, or tell them apart by a label.
package planproof.rules.observability["records-unique"]

import data.planproof.lib.finding
import data.planproof.lib.twin

violation contains finding.about(query, ["expression"], message, [finding.place(first, ["expression"], "the other one")]) if {
	some alike in _alike
	ids := sort([query.id | some query in alike])
	some first in alike
	first.id == ids[0]
	some query in alike
	query.id != ids[0]
	not twin.twins(first, query)
	message := sprintf("The series %s is recorded twice by the same expression.", [query.name])
}

undecided contains finding.undecided(query, ["expression"]) if {
	some query in input.subjects.query
	query.facts.asker == "recording-rule"
}

examined contains finding.examined(query) if {
	some query in input.subjects.query
	query.facts.asker == "recording-rule"
}

# Files of different environments record the same; other expressions may give other series.
_alike[key] contains query if {
	some query in input.subjects.query
	query.facts.asker == "recording-rule"
	is_string(query.facts.expression)
	key := [query.name, query.facts.expression, query.facts.labels, object.get(query, "environment", "")]
}
