# METADATA
# title: Resources carry the planned tags
# description: >-
#   Tags tell who owns a resource, what it belongs to and who pays for it. What carries none is found when the bill or the
#   incident has nobody to go to. Judged only where the plan states infrastructure.tags.
# custom:
#   severity: warning
#   applies_to: [tagging]
#   uses: [plan]
#   criteria: [devops-practices, timeline-resources]
#   controls:
#     nist-800-53: [CM-8]
#     cis-controls: ["1.1"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.9]
#   statements:
#     - infrastructure.tags
#   remediation: Add the tags to the resource, or to default_tags or default_labels of its provider.
package planproof.rules.plan["tags-as-planned"]

import data.planproof.lib.finding
import data.planproof.lib.unknown

violation contains finding.about(resource, ["names"], message, [place]) if {
	some plan in input.subjects.plan
	some resource in input.subjects.tagging
	resource.facts.complete == true
	missing := _missing(plan, resource)
	count(missing) > 0
	message := sprintf("%s lacks the planned %s.", [resource.name, _described(missing)])
	place := finding.place(plan, ["tags"], "The plan's tags are here")
}

undecided contains finding.undecided(resource, ["names"]) if {
	_planned
	some resource in input.subjects.tagging
}

undecided contains finding.undecided(resource, ["complete"]) if {
	some plan in input.subjects.plan
	some resource in input.subjects.tagging
	count(_missing(plan, resource)) > 0
}

examined contains finding.examined(resource) if {
	_planned
	some resource in input.subjects.tagging
}

_planned if {
	some plan in input.subjects.plan
	count(plan.facts.tags) > 0
}

_missing(plan, resource) := [tag |
	not unknown.is(resource.facts.names)
	names := {_comparable(resource, name) | some name in resource.facts.names}
	some tag in plan.facts.tags
	not _comparable(resource, tag) in names
]

# Google Cloud's labels are in lower case, and Azure takes no notice of case.
_comparable(resource, name) := name if {
	resource.facts.provider == "aws"
} else := lower(name)

_described([tag]) := sprintf("tag %s", [tag])

_described(tags) := sprintf("tags %s", [concat(", ", tags)]) if count(tags) > 1
