# METADATA
# title: The files that the plan names are there
# description: >-
#   The plan says where its pipelines, modules, variable files, diagrams and the code of its components are. A name
#   that leads nowhere was renamed or never written; whatever the plan promises of that file, nothing keeps it.
# custom:
#   severity: error
#   applies_to: [plan, plan-component, plan-environment]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-2, CM-9]
#     soc2: [CC8.1]
#     iso-27001: [A.8.9]
#   statements:
#     - architecture.diagrams
#     - architecture.documents
#     - architecture.components[].files
#     - delivery.pipelines
#     - environments[].configuration
#     - environments[].infrastructure
#     - infrastructure.modules
#   remediation: Correct the path, or the heading that it names, or write the file.
package planproof.rules.plan["named-files-exist"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["named", i, "path"], message) if {
	some plan in input.subjects.plan
	some i, named in plan.facts.named
	named.exists == false
	message := sprintf("The plan names the %s %s, and it does not exist.", [named.role, named.path])
}

violation contains finding.at(subject, [list, i, "path"], message) if {
	some subject in _subjects
	some list in _lists
	some i, named in subject.facts[list]
	named.exists == false
	not _told_of(subject, list)
	message := sprintf("The plan names %s as %s of %s, and it does not exist.", [named.path, list, subject.name])
}

undecided contains finding.undecided(plan, ["named", i, "exists"]) if {
	some plan in input.subjects.plan
	some i, _ in plan.facts.named
}

undecided contains finding.undecided(subject, [list, i, "exists"]) if {
	some subject in _subjects
	some list in _lists
	some i, _ in subject.facts[list]
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	count(plan.facts.named) > 0
}

examined contains finding.examined(subject) if {
	some subject in _subjects
	some list in _lists
	count(subject.facts[list]) > 0
}

_subjects := array.concat(
	[component | some component in input.subjects["plan-component"]],
	[environment | some environment in input.subjects["plan-environment"]],
)

_lists := {"files", "configuration", "infrastructure"}

# `delivery/environments-provisioned` says that there is no code at all.
_told_of(environment, "infrastructure") if environment.facts.foundStacks == []
