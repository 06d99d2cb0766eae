# METADATA
# title: Environments are provisioned in the planned region
# description: >-
#   Where data lies is a promise to customers and regulators, and latency and failover were planned for one
#   place. A provider that points elsewhere breaks the promise without anyone noticing.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   criteria: [devops-practices, security-compliance]
#   controls:
#     nist-800-53: [CM-2, SA-9(5)]
#     soc2: [CC8.1]
#     iso-27001: [A.8.9]
#   statements:
#     - environments[].region
#   shown_by: [foundRegions]
#   remediation: Correct the provider's region, or the region in the plan.
package planproof.rules.delivery["region-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(environment, ["region"], message) if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.region)
	is_array(environment.facts.foundRegions)
	some region in environment.facts.foundRegions
	region != environment.facts.region
	message := sprintf("Environment %s is planned in %s and provisioned in %s.", [environment.name, environment.facts.region, region])
}

undecided contains finding.undecided(environment, ["foundRegions"]) if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.region)
}

examined contains {"kind": environment.kind, "id": environment.id} if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.region)
}
