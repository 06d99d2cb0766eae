# METADATA
# title: Every planned environment exists in the infrastructure code
# description: >-
#   Infrastructure that is not in code cannot be reviewed, rebuilt or compared with the other environments.
#   The plan names where the code of each environment is; it must be there.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   criteria: [devops-practices]
#   required: true
#   controls:
#     nist-800-53: [CM-2, CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.9, A.8.31]
#   statements:
#     - environments[].name
#     - environments[].infrastructure
#   shown_by: [foundStacks]
#   remediation: Write the environment's infrastructure as code, or correct where the plan says it is.
package planproof.rules.delivery["environments-provisioned"]

import data.planproof.lib.finding

violation contains finding.at(environment, ["foundStacks"], message) if {
	some environment in input.subjects["plan-environment"]
	environment.facts.foundStacks == []
	message := sprintf("No infrastructure code was found for environment %s of the plan.", [environment.name])
}

undecided contains finding.undecided(environment, ["foundStacks"]) if {
	some environment in input.subjects["plan-environment"]
}
