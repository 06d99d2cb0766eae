# METADATA
# title: A canary's share grows
# description: >-
#   Steps that give the new version less than the step before, or everything at once, tell nothing about how it bears more
#   users.
# custom:
#   severity: warning
#   applies_to: [rollout]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: ["CM-3(2)", CM-4]
#     iso-27001: [A.8.32]
#   remediation: Order the weights from small to large, and begin below all of the traffic.
package planproof.rules.delivery["canary-grows"]

import data.planproof.lib.finding

violation contains finding.at(rollout, ["weights"], message) if {
	some rollout in _weighted
	is_array(rollout.facts.weights)
	some i, weight in rollout.facts.weights
	i > 0
	before := rollout.facts.weights[i - 1]
	weight < before
	message := sprintf("%s %s gives the new version %v percent of the traffic after %v.", [rollout.facts.type, rollout.name, weight, before])
}

violation contains finding.at(rollout, ["weights"], message) if {
	some rollout in _weighted
	is_array(rollout.facts.weights)
	count(rollout.facts.weights) > 0
	every weight in rollout.facts.weights { weight >= 100 }
	message := sprintf("%s %s gives the new version all of the traffic at its first step.", [rollout.facts.type, rollout.name])
}

undecided contains finding.undecided(rollout, ["weights"]) if some rollout in _weighted

examined contains finding.examined(rollout) if some rollout in _weighted

_weighted := [rollout |
	some rollout in input.subjects.rollout
	not rollout.facts.weights == null
]
