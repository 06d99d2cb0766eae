# METADATA
# title: Keys and secrets of a vault expire
# description: >-
#   An entry without an end is never looked at again. A date makes its vault warn before it, and ends what was forgotten.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/key-vault/general/best-practices
#     description: Best practices of Azure Key Vault
# custom:
#   severity: warning
#   applies_to: [key]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-12, IA-5(1)]
#     iso-27001: [A.8.24]
#     cis-controls: ["5.3"]
#   remediation: Set an expiration date, or a rotation policy that sets one.
package planproof.rules.secrets["vault-entries-expire"]

import data.planproof.lib.finding

violation contains finding.at(entry, ["expires"], message) if {
	some entry in input.subjects.key
	entry.facts.expires == false
	message := sprintf("%s never expires.", [entry.name])
}

undecided contains finding.undecided(entry, ["expires"]) if {
	some entry in input.subjects.key
}

examined contains finding.examined(key) if {
	some key in input.subjects.key
	key.facts.expires != null
}
