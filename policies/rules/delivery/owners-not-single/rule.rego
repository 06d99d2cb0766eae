# METADATA
# title: More than one person can approve changes to pipelines and infrastructure
# description: >-
#   Nobody approves their own change: where one person alone owns the pipeline, that person's changes wait for nobody who
#   may approve them or go in unseen, and everyone else's wait while that person is away.
# custom:
#   severity: warning
#   applies_to: [code-owners]
#   criteria: [devops-practices, timeline-resources]
#   controls:
#     nist-800-53: [AC-5, CP-2]
#     soc2: [CC8.1, CC1.3]
#     iso-27001: [A.5.3, A.8.32]
#     owasp-cicd: [CICD-SEC-1]
#   remediation: Name a team, or a second person.
package planproof.rules.delivery["owners-not-single"]

import data.planproof.lib.finding

violation contains finding.at(file, ["guarded", i, "owners"], message) if {
	some [file, i, guarded, owner] in _alone
	_person(file, owner)
	message := sprintf("%s alone owns %s in %s.", [owner, guarded.path, file.name])
}

undecided contains finding.undecided_because(file, ["guarded", i, "owners"], reason) if {
	some [file, i, _, owner] in _alone
	not _person(file, owner)
	not _group(file, owner)
	reason := sprintf("%s may be a person or a group", [owner])
}

examined contains finding.examined(file) if {
	some file in input.subjects["code-owners"]
	some guarded in file.facts.guarded
	count(guarded.owners) > 0
}

_alone := [[file, i, guarded, guarded.owners[0]] |
	some file in input.subjects["code-owners"]
	some i, guarded in file.facts.guarded
	guarded.type in {"pipeline", "infrastructure"}
	count(guarded.owners) == 1
]

# Teams of GitHub are called with their organization; a mailbox may be anybody's.
_person(file, owner) if {
	file.facts.system == "github"
	startswith(owner, "@")
	not contains(owner, "/")
}

_group(_, owner) if contains(owner, "/")

_group(file, owner) if {
	file.facts.system == "gitlab"
	startswith(owner, "@@")
}
