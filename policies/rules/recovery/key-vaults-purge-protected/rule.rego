# METADATA
# title: Key vaults are protected from purging
# description: >-
#   With a key all data that it encrypts is gone. Purge protection keeps deleted keys for their retention, whoever deletes
#   them, and even when an administrator is an attacker.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
#     description: Soft delete and purge protection of Azure Key Vault
# custom:
#   severity: warning
#   applies_to: [key-vault]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-12, CP-9]
#     iso-27001: [A.8.24, A.8.13]
#     cis-controls: ["11.3"]
#   remediation: Turn on purge protection.
package planproof.rules.recovery["key-vaults-purge-protected"]

import data.planproof.lib.finding

violation contains finding.at(vault, ["purgeProtected"], message) if {
	some vault in input.subjects["key-vault"]
	vault.facts.purgeProtected == false
	message := sprintf("Key vault %s lets deleted keys and secrets be purged.", [vault.name])
}

undecided contains finding.undecided(vault, ["purgeProtected"]) if {
	some vault in input.subjects["key-vault"]
}
