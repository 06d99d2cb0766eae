# METADATA
# title: Failed deployments go back by themselves
# description: >-
#   A deployment that only fails leaves users with whatever it had reached: half of the tasks on the new
#   version, or none that starts. Services that deploy can take the last good version back at once, if told to, and so can Helm, stacks and pipelines.
# custom:
#   severity: warning
#   applies_to: [rollout, gitops-release, deploy-job]
#   criteria: [rollback]
#   controls:
#     nist-800-53: ["CM-2(3)", CP-10]
#     cis-controls: ["11.1"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Switch automatic rollback on, for failed deployments and for the alarms that tell of bad ones; give helm upgrade --atomic (--rollback-on-failure since Helm 4), or add a step that goes back on failure.
package planproof.rules.rollback["deployments-roll-back"]

import data.planproof.lib.finding

violation contains finding.at(rollout, ["rollsBack"], message) if {
	some rollout in _deployed
	rollout.facts.rollsBack == false
	message := sprintf("%s %s does not go back when a deployment fails.", [rollout.facts.type, rollout.name])
}

violation contains finding.at(release, ["rollsBack"], message) if {
	some release in _upgraded
	release.facts.production == true
	release.facts.rollsBack == false
	message := sprintf("%s %s does not go back when an upgrade fails.", [release.facts.type, release.name])
}

violation contains finding.at(job, ["rollsBack"], message) if {
	some job in _jobs
	job.facts.rollsBack == false
	message := sprintf("Deploy job %s does not go back when what it deploys fails.", [job.name])
}

undecided contains finding.undecided(job, ["rollsBack"]) if some job in _jobs

examined contains finding.examined(job) if some job in _jobs

_jobs := [job |
	some job in input.subjects["deploy-job"]
	not job.facts.rollsBack == null
	not job.facts.production == false
]

undecided contains finding.undecided(rollout, ["rollsBack"]) if {
	some rollout in _deployed
}

undecided contains finding.undecided(release, [fact]) if {
	some release in _upgraded
	not release.facts.rollsBack == true
	some fact in ["production", "rollsBack"]
}

examined contains finding.examined(rollout) if {
	some rollout in _deployed
}

# Null says that an analysis decides it, which other rules look at, or that no deployment can fail.
examined contains finding.examined(release) if {
	some release in _upgraded
}

_upgraded := [release |
	some release in input.subjects["gitops-release"]
	not release.facts.rollsBack == null
	not release.facts.production == false
]

_deployed := [rollout |
	some rollout in input.subjects.rollout
	not rollout.facts.rollsBack == null
	not rollout.facts.production == false
]
