# METADATA
# title: Nothing in production is deleted by a change of a repository alone
# description: >-
#   With pruning, whatever is no longer in the repository is deleted as soon as that is seen: a moved folder, a wrong
#   generator or an empty rendering takes a running service away, at any hour. Many teams want that; then it is well to
#   delete last, to ask before, or to sync in windows in which someone is there.
# related_resources:
#   - ref: https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
#     description: Sync options of Argo CD
#   - ref: https://argo-cd.readthedocs.io/en/stable/user-guide/sync_windows/
#     description: Sync windows of Argo CD
# custom:
#   severity: note
#   applies_to: [gitops-release]
#   criteria: [delivery-pipeline, rollback]
#   controls:
#     nist-800-53: [CM-3, CP-10]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Take allowEmpty away, and add Prune=confirm or PruneLast=true to syncOptions, or syncWindows to the AppProject.
package planproof.rules.delivery["gitops-deletes-guarded"]

import data.planproof.lib.finding

violation contains finding.at(release, ["prunes"], message) if {
	some release in _syncing
	release.facts.production == true
	release.facts.automatic == true
	release.facts.prunes == true
	release.facts.windowed == false
	not release.facts.emptied == true
	message := sprintf("%s %s deletes at once, at any hour, what is no longer in the repository from production.", [release.facts.type, release.name])
}

violation contains finding.at(release, ["emptied"], message) if {
	some release in _syncing
	release.facts.production == true
	release.facts.automatic == true
	release.facts.prunes == true
	release.facts.emptied == true
	message := sprintf("%s %s deletes all of production when the repository renders to nothing.", [release.facts.type, release.name])
}

undecided contains finding.undecided(release, [fact]) if {
	some release in _syncing
	not release.facts.prunes == false
	some fact in ["production", "automatic", "prunes", "emptied"]
}

undecided contains finding.undecided(release, ["windowed"]) if {
	some release in _syncing
	release.facts.prunes == true
	release.facts.emptied == false
}

examined contains finding.examined(release) if some release in _syncing

_syncing := [release |
	some release in input.subjects["gitops-release"]
	not release.facts.production == false
	not release.facts.automatic == false
	not release.facts.prunes == null
]
