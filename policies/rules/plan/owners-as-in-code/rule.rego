# METADATA
# title: Components belong to whom CODEOWNERS says
# description: >-
#   Whoever the plan names answers for a component on the day of the release; whoever CODEOWNERS names decides what it is.
#   Where these differ, one of them is asked about something that they do not know.
# custom:
#   severity: warning
#   applies_to: [plan-component]
#   uses: [code-owners, plan]
#   criteria: [devops-practices, timeline-resources]
#   controls:
#     nist-800-53: [CM-8, PM-3]
#     soc2: [CC1.3]
#     iso-27001: [A.5.2, A.5.9]
#   statements:
#     - architecture.components[].owner
#   remediation: Correct the component's owner in the plan, or the line of its files in CODEOWNERS.
package planproof.rules.plan["owners-as-in-code"]

import data.planproof.lib.finding

violation contains finding.at(component, ["codeOwners"], message) if {
	some component in _judged
	component.facts.codeOwners == []
	message := sprintf("%s belongs to %s by the plan, and to nobody by CODEOWNERS.", [component.name, component.facts.owner])
}

violation contains finding.at(component, ["owner"], message) if {
	some component in _judged
	count(component.facts.codeOwners) > 0
	not _named(component)
	_both_known(component)
	message := sprintf(
		"%s belongs to %s by the plan, and to %s by CODEOWNERS.",
		[component.name, component.facts.owner, concat(", ", component.facts.codeOwners)],
	)
}

undecided contains finding.undecided(component, ["codeOwners"]) if some component in _judged

undecided contains finding.undecided_because(component, ["owner"], reason) if {
	some component in _judged
	count(component.facts.codeOwners) > 0
	not _named(component)
	not _both_known(component)
	reason := sprintf("CODEOWNERS calls nobody %s, so that %s may be the same", [component.facts.owner, concat(", ", component.facts.codeOwners)])
}

examined contains finding.examined(component) if some component in _judged

_judged := [component |
	some component in input.subjects["plan-component"]
	is_string(component.facts.owner)
	component.facts.codeOwners != null
]

_named(component) if {
	some owner in component.facts.codeOwners
	_same(owner, component.facts.owner)
}

# The plan and CODEOWNERS call people alike: the plan's owner stands elsewhere in CODEOWNERS, or its owner among the plan's people.
_both_known(component) if {
	some file in input.subjects["code-owners"]
	some entry in file.facts.entries
	some owner in entry.owners
	_same(owner, component.facts.owner)
}

_both_known(component) if {
	some plan in input.subjects.plan
	some person in plan.facts.people
	person.name != component.facts.owner
	some owner in component.facts.codeOwners
	_same(owner, person.name)
}

_same(owner, name) if _plain(owner) == _plain(name)

_same(owner, name) if {
	some plan in input.subjects.plan
	some person in plan.facts.people
	person.name == name
	is_string(person.contact)
	lower(person.contact) == lower(owner)
}

# `@shop/platform-team`, `Platform team` and `platform` are one.
_plain(name) := regex.replace(regex.replace(lower(trim_space(name)), `^@?(?:.*/)?`, ""), `[ _-]?(?:team|squad)$`, "")
