# METADATA
# title: What is deleted from key vaults can be had back
# description: >-
#   With a key all data that it encrypts is gone. Soft delete keeps what someone deletes by mistake for some days; it is on
#   unless someone turns it off.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
#     description: Soft delete of Azure Key Vault
# custom:
#   severity: warning
#   applies_to: [key-vault]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-12, CP-9]
#     iso-27001: [A.8.24, A.8.13]
#     cis-controls: ["11.3"]
#   remediation: Leave soft delete on.
package planproof.rules.recovery["key-vaults-deleted-softly"]

import data.planproof.lib.finding

violation contains finding.at(vault, ["softDelete"], message) if {
	some vault in input.subjects["key-vault"]
	vault.facts.softDelete == false
	message := sprintf("Key vault %s loses at once what is deleted from it.", [vault.name])
}

undecided contains finding.undecided(vault, ["softDelete"]) if some vault in input.subjects["key-vault"]

examined contains finding.examined(vault) if some vault in input.subjects["key-vault"]
