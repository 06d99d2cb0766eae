# METADATA
# title: Key vaults answer known networks only
# description: >-
#   A vault that answers every network leaves one stolen token between anybody and all keys and secrets in it.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/network-security
#     description: Network security of Azure Key Vault
# custom:
#   severity: warning
#   applies_to: [key-vault]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-3]
#     iso-27001: [A.8.20, A.8.22]
#     cis-controls: ["4.4"]
#   remediation: Deny by default in the network rules, or turn public network access off.
package planproof.rules.network["key-vaults-restricted"]

import data.planproof.lib.finding

violation contains finding.at(vault, ["public"], message) if {
	some vault in input.subjects["key-vault"]
	vault.facts.public == true
	message := sprintf("Key vault %s answers from every network.", [vault.name])
}

undecided contains finding.undecided(vault, ["public"]) if {
	some vault in input.subjects["key-vault"]
}
