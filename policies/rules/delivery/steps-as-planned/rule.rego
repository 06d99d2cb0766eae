# METADATA
# title: A canary takes the planned steps
# description: >-
#   The steps of the plan are what was agreed to be risked. A release that gives the new version more traffic sooner, or
#   skips a step, risks something else.
# custom:
#   severity: warning
#   applies_to: [plan-environment]
#   uses: [rollout]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: ["CM-3(2)"]
#     iso-27001: [A.8.32]
#   statements:
#     - delivery.environments.<name>.steps[].weight
#   remediation: Set the planned weights, or state the real ones in the plan.
package planproof.rules.delivery["steps-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(rollout, ["weights"], message, [stated]) if {
	some environment in _stepping
	some rollout in _rollouts(environment)
	is_array(rollout.facts.weights)
	_parts(rollout.facts.weights) != _parts(environment.facts.steps)
	message := sprintf("%s %s gives the new version %s percent of the traffic; %s is planned to get %s.", [rollout.facts.type, rollout.name, _listed(rollout.facts.weights), environment.name, _listed(environment.facts.steps)])
	stated := finding.place(environment, ["steps"], "The planned steps.")
}

undecided contains finding.undecided(rollout, ["weights"]) if {
	some environment in _stepping
	some rollout in _rollouts(environment)
}

undecided contains finding.undecided_because(environment, ["steps"], "no release with such steps is among the files") if {
	some environment in _stepping
	count(_rollouts(environment)) == 0
}

examined contains finding.examined(environment) if some environment in _stepping

_stepping := [environment |
	some environment in input.subjects["plan-environment"]
	is_array(environment.facts.steps)
]

_rollouts(environment) := [rollout |
	some rollout in input.subjects.rollout
	rollout.environment == environment.name
	not rollout.facts.weights == null
]

# The last step, all of the traffic, goes without saying.
_parts(weights) := [weight | some weight in weights; weight < 100; weight > 0]

_listed(weights) := concat(", ", [format_int(weight, 10) | some weight in weights])
