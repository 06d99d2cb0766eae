# METADATA
# title: Documents are reviewed as often as planned
# description: >-
#   Systems change, and what is written about them does not change with them. The date of the last review
#   shows how much of a document can still be trusted.
# custom:
#   severity: warning
#   applies_to: [plan-document]
#   uses: [plan, plan-document]
#   criteria: [devops-practices, timeline-resources]
#   controls:
#     nist-800-53: [CP-2, IR-8]
#     soc2: [CC5.3]
#     iso-27001: [A.5.37]
#   statements:
#     - documents.reviewEvery
#   remediation: Follow the document once, correct it, and write the date into it.
package planproof.rules.documentation["reviewed-in-time"]

import data.planproof.lib.finding

violation contains finding.at(document, ["reviewed"], message) if {
	some document in _judged
	document.facts.reviewed == null
	message := sprintf("%s has no date of a review; the plan wants one every %v days.", [document.name, _every])
}

violation contains finding.at(document, ["reviewed"], message) if {
	some document in _judged
	is_string(document.facts.reviewed)
	age := _days_since(document.facts.reviewed)
	age > _every
	message := sprintf("%s was last reviewed %d days ago; the plan wants that every %v days.", [document.name, age, _every])
}

violation contains finding.at(document, ["reviewed"], message) if {
	some document in _judged
	is_string(document.facts.reviewed)
	_days_since(document.facts.reviewed) < 0
	message := sprintf("%s says that it was reviewed on %s, which has not come yet.", [document.name, document.facts.reviewed])
}

undecided contains finding.undecided(document, ["reviewed"]) if some document in _judged

examined contains finding.examined(document) if some document in _judged

# A document that the plan names for several things is told of once.
_judged contains document if {
	is_number(_every)
	some document in input.subjects["plan-document"]
	document.facts.role != "dashboard"
	document.facts.exists == true
	every other in input.subjects["plan-document"] {
		not _sooner(other, document)
	}
}

_sooner(other, document) if {
	_path(other) == _path(document)
	other.facts.role != "dashboard"
	[_undated(other), other.id] < [_undated(document), document.id]
}

# Where the plan has a date for one of them, it counts for all.
_undated(document) := 1 if document.facts.reviewed == null

_undated(document) := 0 if document.facts.reviewed != null

_path(document) := split(document.facts.path, "#")[0]

_every := min([plan.facts.documentsReviewedEveryDays | some plan in input.subjects.plan; is_number(plan.facts.documentsReviewedEveryDays)])

_days_since(day) := floor((time.parse_ns("2006-01-02", input.today) - time.parse_ns("2006-01-02", day)) / 86400000000000)
