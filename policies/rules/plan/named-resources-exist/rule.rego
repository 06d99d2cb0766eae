# METADATA
# title: The resources that the plan names are in the code
# description: >-
#   The plan names the resources that a component is. An address that no code has was renamed or removed, and
#   whatever is asked of that component, its backups, its alarms, its protection, is then asked of nothing.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-2, CM-8]
#     soc2: [CC8.1]
#     iso-27001: [A.5.9, A.8.9]
#   statements:
#     - architecture.components[].resources
#   remediation: Correct the address in the plan, as "terraform state list" shows it, or write the resource.
package planproof.rules.plan["named-resources-exist"]

import data.planproof.lib.finding

violation contains finding.at(component, ["resources", i, "address"], message) if {
	some component in input.subjects["plan-component"]
	some i, resource in component.facts.resources
	resource.found == false
	message := sprintf("The plan says that %s is %s, and no code has such a resource.", [component.name, resource.address])
}

undecided contains finding.undecided(component, ["resources", i, "found"]) if {
	some component in input.subjects["plan-component"]
	some i, _ in component.facts.resources
}

examined contains finding.examined(component) if {
	some component in input.subjects["plan-component"]
	count(component.facts.resources) > 0
}
