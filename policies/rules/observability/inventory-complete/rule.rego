# METADATA
# title: What stands in the accounts is recorded everywhere
# description: >-
#   A record of resources that leaves regions or types out does not show what stands there: what an intruder
#   makes is made where nobody looks.
# custom:
#   severity: warning
#   applies_to: [inventory]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [CM-8, CM-3]
#     cis-controls: ["1.1"]
#     soc2: [CC7.1, CC7.2]
#     iso-27001: [A.5.9, A.8.9]
#   remediation: Record all supported types, and join the records of all regions.
package planproof.rules.observability["inventory-complete"]

import data.planproof.lib.finding

violation contains finding.at(inventory, ["everyRegion"], message) if {
	some inventory in input.subjects.inventory
	inventory.facts.everyRegion == false
	message := sprintf("%s leaves regions out.", [inventory.name])
}

violation contains finding.at(inventory, ["everyType"], message) if {
	some inventory in input.subjects.inventory
	inventory.facts.everyType == false
	message := sprintf("%s records some types of resources only.", [inventory.name])
}

undecided contains finding.undecided(inventory, [fact]) if {
	some inventory in input.subjects.inventory
	some fact in ["everyRegion", "everyType"]
}
