# METADATA
# title: What Argo CD deploys belongs to a project of its own
# description: >-
#   The project default allows every repository, every cluster and every kind of object. Whoever changes one application
#   there can deploy anything anywhere. A project of one's own that allows all of that is no better.
# custom:
#   severity: warning
#   applies_to: [gitops-release, gitops-project]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6]
#     iso-27001: [A.8.2]
#     owasp-cicd: [CICD-SEC-5]
#   remediation: Name a project that allows the application's own sources and destinations only.
package planproof.rules.identity["gitops-projects-limited"]

import data.planproof.lib.finding

violation contains finding.at(release, ["project"], message) if {
	some release in _projects
	release.facts.project == "default"
	message := sprintf("%s %s is in the project default, which may deploy anything anywhere.", [release.facts.type, release.name])
}

violation contains finding.at(project, [fact], message) if {
	some project in input.subjects["gitops-project"]
	some fact, what in _limits
	project.facts[fact] == true
	message := sprintf("Project %s allows %s.", [project.name, what])
}

undecided contains finding.undecided(project, [fact]) if {
	some project in input.subjects["gitops-project"]
	some fact, _ in _limits
}

undecided contains finding.undecided(release, ["project"]) if some release in _projects

examined contains finding.examined(release) if some release in _projects

examined contains finding.examined(project) if some project in input.subjects["gitops-project"]

_limits := {"everySource": "every repository", "everyDestination": "every namespace of every cluster"}

_projects := [release |
	some release in input.subjects["gitops-release"]
	not release.facts.project == null
]
