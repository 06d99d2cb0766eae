# METADATA
# title: Environments are provisioned in the planned region
# description: >-
#   Where data lies is a promise to customers and regulators, and latency and failover were planned for one
#   place. A provider that points elsewhere breaks the promise without anyone noticing; a region that is to take over and
#   has nothing in it takes over nothing. Regions of copies and of what takes over are the plan's, too.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   uses: [plan]
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
	not region in _others(environment)
	message := sprintf("Environment %s is planned in %s and provisioned in %s.", [environment.name, environment.facts.region, region])
}

violation contains finding.at(environment, ["standbyRegion"], message) if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.standbyRegion)
	is_array(environment.facts.foundRegions)
	not environment.facts.standbyRegion in environment.facts.foundRegions
	message := sprintf("Environment %s is planned to go on in %s, where nothing is provisioned.", [environment.name, environment.facts.standbyRegion])
}

undecided contains finding.undecided(environment, ["foundRegions"]) if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.region)
}

examined contains {"kind": environment.kind, "id": environment.id} if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.region)
}

_others(environment) := {environment.facts.standbyRegion} | {region |
	some plan in input.subjects.plan
	some region in plan.facts.otherRegions
}
