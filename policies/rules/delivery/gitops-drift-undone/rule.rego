# METADATA
# title: What is changed in production by hand is put back
# description: >-
#   A repository that says how production is says so only until someone changes production by hand. Argo CD shows the
#   difference then, and leaves it, unless it is told to heal; Flux does not look at what Helm has installed, unless it
#   is told to. The next release overwrites it in the middle of something else.
# related_resources:
#   - ref: https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/#automatic-self-healing
#     description: Automatic self-healing of Argo CD
#   - ref: https://fluxcd.io/flux/components/helm/helmreleases/#drift-detection
#     description: Drift detection of Flux
# custom:
#   severity: note
#   applies_to: [gitops-release]
#   criteria: [delivery-pipeline, devops-practices]
#   controls:
#     nist-800-53: [CM-3, CM-6]
#     soc2: [CC8.1]
#     iso-27001: [A.8.9]
#   remediation: Set selfHeal in Argo CD's syncPolicy.automated, or driftDetection.mode to enabled in a HelmRelease.
package planproof.rules.delivery["gitops-drift-undone"]

import data.planproof.lib.finding

violation contains finding.at(release, ["selfHeals"], message) if {
	some release in _kept
	release.facts.production == true
	release.facts.automatic == true
	release.facts.selfHeals == false
	message := sprintf("%s %s leaves what is changed in production by hand.", [release.facts.type, release.name])
}

undecided contains finding.undecided(release, [fact]) if {
	some release in _kept
	not release.facts.selfHeals == true
	some fact in ["production", "automatic", "selfHeals"]
}

examined contains finding.examined(release) if some release in _kept

# Where someone starts each sync, someone also decides what it overwrites.
_kept := [release |
	some release in input.subjects["gitops-release"]
	not release.facts.production == false
	not release.facts.automatic == false
	not release.facts.selfHeals == null
]
