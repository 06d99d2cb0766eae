# METADATA
# title: Every planned environment has a deploy job
# description: >-
#   An environment that the plan names and no pipeline deploys to is deployed by hand, or does not exist.
#   Either way what the plan says of its tests and gates does not hold there.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   criteria: [delivery-pipeline]
#   required: true
#   controls:
#     nist-800-53: [CM-2, CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.31]
#   statements:
#     - environments[].name
#     - delivery.stages[].environment
#   shown_by: [foundDeployJobs]
#   remediation: Add a deploy job for the environment, or take the environment out of the plan.
package planproof.rules.delivery["environments-deployed"]

import data.planproof.lib.finding

violation contains finding.at(environment, ["foundDeployJobs"], message) if {
	some environment in input.subjects["plan-environment"]
	environment.facts.foundDeployJobs == []
	message := sprintf("No pipeline deploys to environment %s of the plan.", [environment.name])
}

undecided contains finding.undecided(environment, ["foundDeployJobs"]) if {
	some environment in input.subjects["plan-environment"]
}
