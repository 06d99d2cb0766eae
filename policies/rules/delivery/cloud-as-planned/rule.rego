# METADATA
# title: Environments stand in the planned cloud
# description: >-
#   Contracts, costs, identities and what auditors have seen are those of one cloud. An environment that stands in another
#   one, or in one more, is outside of them.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   uses: [stack]
#   criteria: [devops-practices, security-compliance]
#   controls:
#     nist-800-53: [CM-2, SA-9]
#     soc2: [CC8.1, CC9.2]
#     iso-27001: [A.5.23]
#   statements:
#     - infrastructure.provider
#     - environments[].provider
#   remediation: Provision the environment where the plan says, or state where it stands.
package planproof.rules.delivery["cloud-as-planned"]

import data.planproof.lib.finding

_clouds := {
	"aws": "aws",
	"awscc": "aws",
	"azurerm": "azure",
	"azapi": "azure",
	"google": "gcp",
	"google-beta": "gcp",
}

violation contains finding.about(stack, [], message, [stated]) if {
	some environment in _planned
	some stack in _stacks(environment)
	some provider in stack.facts.providers
	cloud := _clouds[provider]
	cloud != environment.facts.provider
	message := sprintf("%s provisions in %s; environment %s is planned in %s.", [stack.name, cloud, environment.name, environment.facts.provider])
	stated := finding.place(environment, ["provider"], "The planned cloud.")
}

examined contains finding.examined(environment) if {
	some environment in _planned
	some stack in _stacks(environment)
	some provider in stack.facts.providers
	_clouds[provider]
}

_planned := [environment |
	some environment in input.subjects["plan-environment"]
	environment.facts.provider in {"aws", "azure", "gcp"}
]

_stacks(environment) := [stack |
	some stack in input.subjects.stack
	stack.environment == environment.name
]
