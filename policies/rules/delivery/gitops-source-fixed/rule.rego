# METADATA
# title: Production follows a release, not a branch
# description: >-
#   When production follows a branch or a range of versions, each merge or publication there is a deploy at
#   once. Many teams want exactly that; then review and tests before the merge are the only gate, and the
#   plan should say so.
# custom:
#   severity: note
#   applies_to: [gitops-release]
#   criteria: [delivery-pipeline, rollback]
#   controls:
#     nist-800-53: ["CM-2(3)", CM-3]
#     soc2: [CC8.1]
#     owasp-cicd: [CICD-SEC-9]
#   remediation: Name a tag, a commit or an exact version for production, or guard the branch.
package planproof.rules.delivery["gitops-source-fixed"]

import data.planproof.lib.finding

violation contains finding.at(release, ["revision"], message) if {
	some release in input.subjects["gitops-release"]
	release.facts.production == true
	release.facts.automatic == true
	release.facts.fixed == false
	message := sprintf("%s %s brings whatever %s holds into production by itself.", [release.facts.type, release.name, release.facts.revision])
}

undecided contains finding.undecided(release, [fact]) if {
	some release in input.subjects["gitops-release"]
	not release.facts.production == false
	not release.facts.automatic == false
	not release.facts.fixed == true
	some fact in ["production", "automatic", "fixed"]
}
