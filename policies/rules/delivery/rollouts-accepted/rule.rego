# METADATA
# title: Releases are accepted by what carries them out
# description: >-
#   The API server, or the controller of Argo Rollouts, refuses a release that contradicts itself: a Rollout with two
#   strategies or none, a Canary without an interval, an update that may neither add a pod nor take one away. That shows
#   when it is applied, and the old version goes on running.
# related_resources:
#   - ref: https://argo-rollouts.readthedocs.io/en/stable/features/specification/
#     description: Specification of Argo Rollouts
#   - ref: https://docs.flagger.app/usage/how-it-works
#     description: Specification of Flagger
# custom:
#   severity: error
#   applies_to: [rollout, workload]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Correct what contradicts itself, and apply it to a test cluster with a dry run by the server.
package planproof.rules.delivery["rollouts-accepted"]

import data.planproof.lib.finding

violation contains finding.at(release, ["refused", index, "why"], message) if {
	some release in _releases
	some index, refusal in release.facts.refused
	message := sprintf("%s %s is not accepted: %s.", [release.facts.type, release.name, refusal.why])
}

examined contains finding.examined(release) if some release in _releases

_releases := array.concat(
	[rollout | some rollout in input.subjects.rollout; rollout.facts.type == "Canary"],
	[workload |
		some workload in input.subjects.workload
		workload.facts.type in {"Deployment", "StatefulSet", "DaemonSet", "Rollout"}
	],
)
