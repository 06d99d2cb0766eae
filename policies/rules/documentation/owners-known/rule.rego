# METADATA
# title: Documents have an owner whom the plan knows
# description: >-
#   A document that nobody keeps is right on the day it was written. Its owner stands in the document or in
#   the plan, and is one of the people that the plan has.
# custom:
#   severity: warning
#   applies_to: [plan-document]
#   uses: [plan]
#   criteria: [devops-practices, timeline-resources]
#   controls:
#     nist-800-53: [CP-2, PM-3]
#     soc2: [CC1.3]
#     iso-27001: [A.5.2, A.5.37]
#   statements:
#     - documents.procedures[]
#     - documents.runbooks[]
#     - documents.verification[]
#     - documents.troubleshooting[]
#     - resources.people[]
#   remediation: Name the owner in the front matter of the document or beside its path in the plan, as resources.people has it.
package planproof.rules.documentation["owners-known"]

import data.planproof.lib.finding

violation contains finding.at(document, ["owner"], message) if {
	some document in _judged
	document.facts.owner == null
	message := sprintf("%s, which the plan names as %s, has no owner.", [document.name, document.facts.role])
}

violation contains finding.at(document, ["owner"], message) if {
	some document in _judged
	is_string(document.facts.owner)
	count(_people) > 0
	every part in split(document.facts.owner, ",") { not _known(part) }
	message := sprintf("%s belongs to %s, whom the plan does not have among its people.", [document.name, document.facts.owner])
}

undecided contains finding.undecided(document, ["owner"]) if some document in _judged

examined contains finding.examined(document) if some document in _judged

_judged := [document |
	some document in input.subjects["plan-document"]
	document.facts.role != "dashboard"
	document.facts.exists == true
]

# `@shop/platform`, `platform team` and `Platform` are platform; an address is whose contact it is.
_known(owner) if {
	name := trim_suffix(trim_suffix(lower(trim_space(owner)), " team"), "-team")
	regex.replace(name, `^@?(?:.*/)?`, "") in _people
}

_people contains lower(person.name) if {
	some plan in input.subjects.plan
	some person in plan.facts.people
}

_people contains lower(person.contact) if {
	some plan in input.subjects.plan
	some person in plan.facts.people
	is_string(person.contact)
}
