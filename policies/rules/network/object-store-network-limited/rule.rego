# METADATA
# title: Network rules of object stores shut out what they do not name
# description: >-
#   Rules that allow by default let every network in, and the networks that they name mean nothing: whoever wrote them
#   believes the store to be closed.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/storage/common/storage-network-security-set-default-access
#     description: Set the default public network access rule of an Azure Storage account
# custom:
#   severity: warning
#   applies_to: [object-store]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, SC-7(5)]
#     cis-controls: ["4.4"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20]
#   remediation: Deny by default, and name the networks that need the store.
package planproof.rules.network["object-store-network-limited"]

import data.planproof.lib.finding

violation contains finding.at(store, ["networkLimited"], message) if {
	some store in input.subjects["object-store"]
	store.facts.networkLimited == false
	message := sprintf("Network rules of object store %s let every network in.", [store.name])
}

undecided contains finding.undecided(store, ["networkLimited"]) if some store in input.subjects["object-store"]

examined contains finding.examined(store) if {
	some store in input.subjects["object-store"]
	store.facts.networkLimited != null
}
